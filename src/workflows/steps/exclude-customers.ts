import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"
import type { ExcludeCustomersInput } from "../../types"
import { takeBackOperation } from "../utils/take-back"

/** Takes customers out of an automatic group and keeps them out, in one transaction, and records it. */
export const excludeCustomersStep = createStep(
  "customer-groups-exclude-customers",
  async (input: ExcludeCustomersInput, { container }) => {
    const operation = await container.resolve(CUSTOMER_GROUPS).excludeCustomers(input)
    return new StepResponse(operation, operation.id)
  },
  // Who left is back as they were, and every exclusion is what it was before.
  takeBackOperation,
)
