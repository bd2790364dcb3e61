import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"
import type { AddCombinedInput } from "../../types"
import { takeBackOperation } from "../utils/take-back"

/** Puts whom a combination of groups results in into a group, in one transaction, and records it. */
export const combineGroupsStep = createStep(
  "customer-groups-combine-groups",
  async (input: AddCombinedInput, { container }) => {
    const operation = await container.resolve(CUSTOMER_GROUPS).combineGroups(input)
    return new StepResponse(operation, operation.id)
  },
  // Exactly those who joined by it are out again; who was a member before is so as before.
  takeBackOperation,
)
