import type { Condition, Criteria } from "../../src/modules/customer-groups/criteria"
import type { Shop } from "./shop"

const DOMAINS = ["mail.example", "post.example", "example.com", "example.net", "example.org"]
const COUNTRIES = ["de", "fr", "nl", "it", "es", "at", "us", "dk"]

const last = (n: number) => ({ last: { n, unit: "day" as const } })

/** The n-th condition of each kind. Thresholds, windows and names differ, as they do between groups of a shop. */
const kinds = ({ groupId, leaves, parents }: Shop): ((n: number) => Condition)[] => [
  (n) => ({ attribute: "total_spent", operator: "gt", value: 100 * (1 + (n % 9)), currency_code: "eur" }),
  (n) => ({ attribute: "order_count", operator: "gte", value: 2 + (n % 4), window: last(30 * (1 + (n % 6))) }),
  (n) => ({ attribute: "country", operator: "in", value: [COUNTRIES[n % COUNTRIES.length]!] }),
  (n) => ({ attribute: "purchased_category", operator: "in", value: [leaves[n % leaves.length]!], window: last(365) }),
  (n) => ({ attribute: "email_domain", operator: "eq", value: DOMAINS[n % DOMAINS.length]! }),
  (n) => ({ attribute: "days_since_last_order", operator: "lt", value: 30 * (1 + (n % 12)) }),
  (n) => ({
    attribute: "total_spent",
    operator: "gt",
    value: 50 * (1 + (n % 7)),
    currency_code: "usd",
    window: last(365),
  }),
  () => ({ attribute: "member_of_group", operator: "nin", value: [groupId] }),
  (n) => ({ attribute: "purchased_category", operator: "nin", value: [parents[n % parents.length]!.id] }),
  () => ({ attribute: "has_account", operator: "eq", value: true }),
]

/** Criteria of fifty groups, each `(a and b) or c` over conditions of different kinds. */
export const fiftyCriteria = (shop: Shop): Criteria[] => {
  const all = kinds(shop)
  const condition = (n: number): Condition => all[n % all.length]!(Math.floor(n / 3))
  return Array.from({ length: 50 }, (_, group) => ({
    any: [{ all: [condition(group), condition(group + 3)] }, { all: [condition(group * 7 + 1), condition(group + 9)] }],
  }))
}
