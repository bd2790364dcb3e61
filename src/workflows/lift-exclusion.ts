import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { LiftExclusionInput } from "../types"
import { liftExclusionStep } from "./steps/lift-exclusion"

/**
 * Lifts the exclusion of a customer. Who matches the group's criteria is in again at once.
 *
 * @example
 * await liftExclusionWorkflow(container).run({ input: { group_id: "cusgroup_123", customer_id: "cus_1" } })
 *
 * @throws NOT_FOUND the group does not exist, or the customer is not excluded from it
 * @summary Lift an exclusion from a customer group.
 */
export const liftExclusionWorkflow = createWorkflow("customer-groups-lift-exclusion", (input: LiftExclusionInput) => {
  return new WorkflowResponse(liftExclusionStep(input))
})
