import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { SetCriteriaInput } from "../types"
import { evaluateGroupStep } from "./steps/evaluate-group"
import { setCriteriaStep } from "./steps/set-criteria"

/**
 * Makes a customer group automatic, or changes its criteria, and brings its members in line with them. Members picked by
 * hand stay. Of a group that is paused nobody moves, and the operation is null.
 *
 * @example
 * const { result } = await setCriteriaWorkflow(container).run({
 *   input: {
 *     group_id: "cusgroup_123",
 *     criteria: { all: [{ attribute: "total_spent", operator: "gt", value: 1000, currency_code: "eur" }] },
 *     actor: { type: "user", id: "user_123" },
 *   },
 * })
 * result.operation // { status: "succeeded", joined: 214, left: 0, … }
 *
 * @throws NOT_FOUND the group does not exist · INVALID_DATA naming the place in the criteria · NOT_ALLOWED what customers
 * have ordered is still being counted, and the criteria ask for it
 * @summary Set the criteria of a customer group.
 */
export const setCriteriaWorkflow = createWorkflow("customer-groups-set-criteria", (input: SetCriteriaInput) => {
  const operationId = setCriteriaStep(input)
  const operation = evaluateGroupStep(
    transform({ input, operationId }, ({ input: { group_id, tell_customers, actor }, operationId: part_of_id }) => ({
      group_id,
      tell_customers,
      part_of_id,
      actor,
      reason: "criteria_changed" as const,
    })),
  )
  return new WorkflowResponse({ operation })
})
