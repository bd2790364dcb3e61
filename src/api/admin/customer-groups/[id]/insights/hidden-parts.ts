import type { GroupInsightPart } from "../../../../../types"
import { may } from "../../../../utils/may"
import { readCustomers, readOrders } from "../../policies"

/** What insights show beside the group itself, and what somebody must be allowed to read for it. */
const needs = { orders: readOrders, countries: readCustomers } as const

/** Parts of a group's insights that who sends the request may not see. */
export const hiddenParts = async (req: Parameters<typeof may>[0]): Promise<GroupInsightPart[]> => {
  const parts = Object.keys(needs) as (keyof typeof needs)[]
  const allowed = await Promise.all(parts.map((part) => may(req, needs[part])))
  return parts.filter((_, index) => !allowed[index])
}
