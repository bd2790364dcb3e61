import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { MoveMembersInput } from "../types"
import { moveMembersStep } from "./steps/move-members"

/**
 * Moves members of a group to another one, where they are by hand: all of it, or nothing. Who is there already just leaves;
 * out of an automatic group they are excluded, as if removed. Customers are named by id (at most 100,000) or chosen by a
 * filter, whatever their number.
 *
 * @example
 * const { result } = await moveMembersWorkflow(container).run({
 *   input: { group_id: "cusgroup_1", to: "cusgroup_2", members: { filter: { has_account: true } } },
 * })
 * const [left, joined] = result // an operation on each group; undoing one undoes both
 *
 * @throws NOT_FOUND one of the groups, or some of the customers, do not exist · INVALID_DATA both groups are the same, too
 * many ids
 * @summary Move members to another customer group.
 */
export const moveMembersWorkflow = createWorkflow("customer-groups-move-members", (input: MoveMembersInput) => {
  return new WorkflowResponse(moveMembersStep(input))
})
