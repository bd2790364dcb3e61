import { texts, type Language } from "./texts"
import type { Condition, Criteria } from "./schema"
import { conditionsOf } from "./tree"

/** Criteria to begin with, in one language. */
export interface Template {
  id: string
  label: string
  explanation: string
  /** Places that are to be filled hold an empty list or text, and are no right criteria before. */
  criteria: Criteria
  /** `criteria.all[1].value` */
  to_fill: string[]
}

const all = (...conditions: Condition[]): Criteria => ({ all: conditions })

/** A list that somebody fills: which countries, which products. */
const TO_FILL: string[] = []

const lastYear = { last: { n: 12, unit: "month" as const } }

/** Criteria by template, for the store's currency; an empty one is to be filled. */
const templates = {
  vip: (currency_code) =>
    all({ attribute: "total_spent", operator: "gte", value: 1_000, currency_code, window: lastYear }),
  first_order: () => all({ attribute: "order_count", operator: "eq", value: 1 }),
  lapsed: () =>
    all(
      { attribute: "order_count", operator: "gte", value: 1 },
      { attribute: "days_since_last_order", operator: "gt", value: 180 },
    ),
  big_spenders_in_country: (currency_code) =>
    all(
      { attribute: "total_spent", operator: "gte", value: 500, currency_code },
      { attribute: "country", operator: "in", value: TO_FILL },
    ),
  bought_one_not_other: () =>
    all(
      { attribute: "purchased_product", operator: "in", value: TO_FILL },
      { attribute: "purchased_product", operator: "nin", value: TO_FILL },
    ),
  account_birthday: () => all({ attribute: "created_at", operator: "anniversary_within", value: 7 }),
  rfm_champions: (currency_code) =>
    all({ attribute: "rfm_group", operator: "in", value: ["champions"], currency_code }),
  rfm_at_risk: (currency_code) =>
    all({ attribute: "rfm_group", operator: "in", value: ["at_risk", "cannot_lose"], currency_code }),
  top_one_percent: (currency_code) => all({ attribute: "spend_rank_percent", operator: "lt", value: 1, currency_code }),
  hold_out: () => all({ attribute: "sample", operator: "lt", value: 10, seed: "hold-out" }),
} satisfies Record<string, (currencyCode: string) => Criteria>

export type TemplateId = keyof typeof templates

/**
 * Every template, in the order in which they are offered.
 *
 * @param currencyCode the store's default currency: `eur`; if there is none, the places for it are to be filled
 */
export const templatesIn = (language: Language, currencyCode: string | undefined): Template[] =>
  Object.entries(templates).map(([id, criteriaIn]) => {
    const criteria = criteriaIn(currencyCode ?? "")
    return { id, ...texts.ofTemplate(id as TemplateId, language), criteria, to_fill: emptyPlacesOf(criteria) }
  })

const emptyPlacesOf = (criteria: Criteria): string[] =>
  conditionsOf(criteria).flatMap(({ condition, path }) =>
    Object.entries(condition).flatMap(([key, value]) =>
      value === "" || (Array.isArray(value) && !value.length) ? [`${path}.${key}`] : [],
    ),
  )
