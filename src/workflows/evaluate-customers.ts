import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { EvaluateCustomersInput } from "../types"
import { evaluateCustomersStep } from "./steps/evaluate-customers"

/**
 * Evaluates some customers, one or thousands, for all active groups at once: what they have ordered is counted anew, and
 * each group is evaluated after those that its criteria look at. For a plugin that has changed what criteria look at.
 *
 * @example
 * const { result } = await evaluateCustomersWorkflow(container).run({ input: { customer_ids: ["cus_123"] } })
 * result.operations // one a group that somebody joined or left
 *
 * @throws INVALID_DATA more than 100,000 ids
 * @summary Evaluate customers for all automatic groups.
 */
export const evaluateCustomersWorkflow = createWorkflow(
  "customer-groups-evaluate-customers",
  (input: EvaluateCustomersInput) => {
    return new WorkflowResponse(evaluateCustomersStep(input))
  },
)
