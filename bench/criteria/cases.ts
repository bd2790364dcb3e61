import type { Criteria } from "../../src/modules/customer-groups/criteria"
import { countsOnCore, linesOnCore, livingOnly, mixedOnCore, spentOnCore } from "./by-hand"
import type { Sql } from "../../src/modules/customer-groups/sql/sql"
import type { Target } from "../measure"
import type { Shop } from "./shop"

/** Criteria, and the same written by hand on Medusa's own tables: a select of customer ids. */
export type Case = { name: string; criteria: Criteria; byHand: Sql; target: Target }

const DAYS = { halfYear: 180, year: 365 }
const window = (n: number) => ({ last: { n, unit: "day" as const } })

const spent: Case = {
  name: "criteria_spent",
  criteria: { all: [{ attribute: "total_spent", operator: "gt", value: 1_000, currency_code: "eur" }] },
  byHand: livingOnly(spentOnCore({ currency: "eur", over: 1_000 })),
  target: { ratio: 50 },
}

const inWindow: Case = {
  name: "criteria_window",
  criteria: { all: [{ attribute: "order_count", operator: "gte", value: 3, window: window(DAYS.halfYear) }] },
  byHand: livingOnly(countsOnCore({ atLeast: 3, days: DAYS.halfYear })),
  target: { ms: 1_000 },
}

const spentInWindow: Case = {
  name: "criteria_window_spent",
  criteria: {
    all: [{ attribute: "total_spent", operator: "gt", value: 500, currency_code: "eur", window: window(DAYS.year) }],
  },
  byHand: livingOnly(spentOnCore({ currency: "eur", over: 500, days: DAYS.year })),
  target: { ms: 2_000 },
}

/** Bought from a category or its children within a year. */
const ofCategory = (id: string): Case => ({
  name: "criteria_category",
  criteria: { all: [{ attribute: "purchased_category", operator: "in", value: [id], window: window(DAYS.year) }] },
  byHand: livingOnly(linesOnCore({ categoryId: id, days: DAYS.year })),
  target: { ms: 500, ratio: 20 },
})

/** What is changed of the mixed tree, so that nothing that is remembered fits: by how much each threshold is moved. */
export type Moved = { spent?: number; orders?: number; countries?: string[]; domain?: string; days?: number }

/** Six conditions, nested. */
export const mixedCriteria = (groupId: string, moved: Moved = {}): Criteria => ({
  all: [
    { attribute: "has_account", operator: "eq", value: true },
    { attribute: "email_domain", operator: "eq", value: moved.domain ?? "example.org" },
    { attribute: "member_of_group", operator: "nin", value: [groupId] },
    {
      any: [
        {
          all: [
            { attribute: "total_spent", operator: "gt", value: 1_000 + (moved.spent ?? 0), currency_code: "eur" },
            { attribute: "country", operator: "in", value: moved.countries ?? ["de", "fr"] },
          ],
        },
        {
          attribute: "order_count",
          operator: "gte",
          value: 3 + (moved.orders ?? 0),
          window: window(DAYS.halfYear - (moved.days ?? 0)),
        },
      ],
    },
  ],
})

const mixed = (groupId: string): Case => ({
  name: "criteria_mixed",
  criteria: mixedCriteria(groupId),
  byHand: mixedOnCore({ groupId, domain: "example.org", countries: ["de", "fr"], days: DAYS.halfYear }),
  target: { ms: 1_500, ratio: 15 },
})

/** Each measure with its cases; of several the slowest counts. */
export const casesOf = ({ groupId, parents }: Shop): Record<string, Case[]> => ({
  criteria_spent: [spent],
  criteria_window: [inWindow],
  criteria_window_spent: [spentInWindow],
  criteria_category: parents.map(({ id }) => ofCategory(id)),
  criteria_mixed: [mixed(groupId)],
})
