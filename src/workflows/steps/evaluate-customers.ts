import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"
import type { EvaluateCustomersInput } from "../../types"
import { takeBackOperations } from "../utils/take-back"

/** Evaluates some customers for all active groups. */
export const evaluateCustomersStep = createStep(
  "customer-groups-evaluate-customers",
  async (input: EvaluateCustomersInput, { container }) => {
    const done = await container.resolve(CUSTOMER_GROUPS).evaluateCustomers(input)
    return new StepResponse(
      done,
      done.operations.map(({ id }) => id),
    )
  },
  // Exactly those who joined by this evaluation are out again, and who left is back.
  takeBackOperations,
)
