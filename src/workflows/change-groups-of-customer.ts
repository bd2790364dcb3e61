import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { ChangeCustomerGroupsInput } from "../types"
import { changeGroupsOfCustomerStep } from "./steps/change-groups-of-customer"

/**
 * Puts one customer into groups and takes them out of others, by hand: an operation a group, all of them or none.
 *
 * @example
 * await changeGroupsOfCustomerWorkflow(container).run({
 *   input: { customer_id: "cus_123", add: ["cusgroup_1"], remove: ["cusgroup_2"] },
 * })
 *
 * @throws NOT_FOUND the customer or some of the groups do not exist · INVALID_DATA the same id in add and remove
 * @summary Change the groups of a customer.
 */
export const changeGroupsOfCustomerWorkflow = createWorkflow(
  "customer-groups-change-groups-of-customer",
  (input: ChangeCustomerGroupsInput) => {
    return new WorkflowResponse(changeGroupsOfCustomerStep(input))
  },
)
