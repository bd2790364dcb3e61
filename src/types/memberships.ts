import type { AdminCustomerGroupMembershipListParams } from "./http/memberships"

/** Groups and one customer, for whom. */
export interface ListGroupMembershipsInput extends AdminCustomerGroupMembershipListParams {
  /** Whether what is found of the customer's orders is told; as by default. */
  may_see_orders?: boolean
}
