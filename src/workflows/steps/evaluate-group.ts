import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"
import type { EvaluateGroupInput } from "../../types"
import { takeBackOperation } from "../utils/take-back"

/** Brings the members of a group in line with its criteria. Answers the operation, null if there was nothing to do. */
export const evaluateGroupStep = createStep(
  "customer-groups-evaluate-group",
  async (input: EvaluateGroupInput, { container }) => {
    const operation = await container.resolve(CUSTOMER_GROUPS).evaluateGroup(input)
    return new StepResponse(operation, operation?.id)
  },
  // Exactly those who joined by this evaluation are out again, and who left is back.
  takeBackOperation,
)
