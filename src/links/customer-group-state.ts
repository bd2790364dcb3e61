import { defineLink } from "@medusajs/framework/utils"
import CustomerModule from "@medusajs/medusa/customer"
import CustomerGroupsModule from "../modules/customer-groups"

/**
 * From a group to what this module knows of it: `customer_group.group_state`, and by that to `customer_group.criteria` and
 * `customer_group.operations`. No table; the ids are the same.
 */
export default defineLink(
  { linkable: CustomerModule.linkable.customerGroup, field: "id" },
  { ...CustomerGroupsModule.linkable.groupState.id, primaryKey: "id" },
  {
    readOnly: true,
    shortcut: [
      { property: "criteria", path: "group_state.criteria" },
      { property: "operations", path: "group_state.operations", isList: true },
    ],
  },
)
