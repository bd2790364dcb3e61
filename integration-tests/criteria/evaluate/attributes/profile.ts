import type { Customer } from "../../data"
import { textIn } from "../value"
import type { Reader } from "../world"

const text =
  (key: "email" | "first_name" | "last_name" | "company_name" | "phone" | "created_by"): Reader =>
  (customer: Customer) =>
    textIn(customer[key])

const emailDomain: Reader = ({ email }) => (email?.includes("@") ? textIn(email.split("@").at(-1)) : [])

export const profile: Record<string, Reader> = {
  email: text("email"),
  email_domain: emailDomain,
  first_name: text("first_name"),
  last_name: text("last_name"),
  company_name: text("company_name"),
  phone: text("phone"),
  created_by: text("created_by"),
  has_account: ({ has_account }) => [has_account],
  created_at: ({ created_at }, _given, world) => [world.dayOf(created_at)],
}
