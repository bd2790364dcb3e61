import { defineLink } from "@medusajs/framework/utils"
import CustomerModule from "@medusajs/medusa/customer"
import CustomerGroupsModule from "../modules/customer-groups"

/** From what this module knows of a group to the group: `group_state.customer_group`. */
export default defineLink(
  { linkable: CustomerGroupsModule.linkable.groupState, field: "id" },
  CustomerModule.linkable.customerGroup,
  { readOnly: true },
)
