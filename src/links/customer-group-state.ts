import { defineLink } from "@medusajs/framework/utils"
import CustomerModule from "@medusajs/medusa/customer"
import CustomerGroupsModule from "../modules/customer-groups"

/** From a group to what this module knows of it: `customer_group.group_state`. No table; the ids are the same. */
export default defineLink(
  { linkable: CustomerModule.linkable.customerGroup, field: "id" },
  { ...CustomerGroupsModule.linkable.groupState.id, primaryKey: "id" },
  { readOnly: true },
)
