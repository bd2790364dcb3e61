import type { AdminCustomerGroupChange } from "./http/history"

/** A change to the members of a group, as it is exported. */
export interface GroupChange extends Omit<AdminCustomerGroupChange, "group"> {
  customer_id: string
  email: string | null
}
