import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { EvaluateGroupInput } from "../types"
import { evaluateGroupStep } from "./steps/evaluate-group"

/**
 * Brings the members of an automatic group in line with its criteria: all of it, or nothing.
 *
 * @example
 * const { result: operation } = await evaluateGroupWorkflow(container).run({ input: { group_id: "cusgroup_123" } })
 *
 * @throws NOT_ALLOWED the group has no criteria, is paused, or what customers have ordered is still being counted
 * @summary Evaluate a customer group.
 */
export const evaluateGroupWorkflow = createWorkflow("customer-groups-evaluate", (input: EvaluateGroupInput) => {
  return new WorkflowResponse(evaluateGroupStep(input))
})
