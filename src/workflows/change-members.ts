import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { ChangeMembersInput } from "../types"
import { changeMembersStep } from "./steps/change-members"

/**
 * Adds customers to a group by hand and removes members from it, as one operation: all of it, or nothing. Customers are
 * named by id (at most 100,000) or chosen by a filter, whatever their number.
 *
 * @example
 * const { result: operation } = await changeMembersWorkflow(container).run({
 *   input: {
 *     group_id: "cusgroup_123",
 *     add: { ids: ["cus_1", "cus_2"] },
 *     remove: { filter: { has_account: false } },
 *     actor: { type: "user", id: "user_123" },
 *   },
 * })
 * operation // { id: "cgop_…", status: "succeeded", joined: 2, left: 14, … }
 *
 * @throws NOT_FOUND the group or some of the customers do not exist · INVALID_DATA the same id in add and remove, too many ids
 * @summary Change the members of a customer group.
 */
export const changeMembersWorkflow = createWorkflow("customer-groups-change-members", (input: ChangeMembersInput) => {
  return new WorkflowResponse(changeMembersStep(input))
})
