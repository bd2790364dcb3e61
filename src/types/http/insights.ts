/** What insights can answer: size over time, orders, countries, and which groups share members. */
export const GROUP_INSIGHT_PARTS = ["size", "orders", "countries", "overlaps"] as const

export type GroupInsightPart = (typeof GROUP_INSIGHT_PARTS)[number]

/** Query of `GET /admin/customer-groups/:id/insights`. Days are calendar days in the store's time zone. */
export interface AdminGroupInsightsParams {
  /** The last so many days, today (or `to`) among them: 1–1,096, default 90. Not together with `from`. */
  days?: number
  /** First day: `2026-01-31`. */
  from?: string
  /** Last day, included; today, if left out. */
  to?: string
  /** Groups to compare with (at most 20), instead of those that share the most members. */
  overlap_with?: string | string[]
  /** All, if left out. */
  parts?: GroupInsightPart | GroupInsightPart[]
}

/** Left out: who asks has not the right for it. */
export interface AdminHiddenInsight {
  status: "not_allowed"
}

export interface AdminGroupDay {
  /** `2026-01-31`. */
  day: string
  /** Members at the end of the day; today: now. */
  size: number
  joined: number
  left: number
}

/** How the group grew and shrank, from the log. */
export interface AdminGroupSize {
  /** Members now. */
  member_count: number
  /** Who joined and left in the period. */
  joined: number
  left: number
  /**
   * The moment from which the log knows everything, if the group had members before; null if it knows all of its history.
   * Days before it go by when the members of today joined: who has left since is missing, and `left` is 0.
   */
  known_since: string | null
  /** Each day of the period, in order. */
  days: AdminGroupDay[]
}

export interface AdminGroupCurrency {
  currency_code: string
  order_count: number
  /** Totals of these orders as they show now, returns taken off; in the currency's main unit. */
  revenue: number
  /** Members who ordered in this currency. */
  customer_count: number
}

/** What today's members ordered in the period, whether they were members then or not. Drafts and cancelled ones don't count. */
export interface AdminGroupOrders {
  status: "ready"
  member_count: number
  order_count: number
  /** Members who ordered. */
  customer_count: number
  /** The most orders first. */
  currencies: AdminGroupCurrency[]
}

/** What customers have ordered is still being counted. */
export interface AdminBuildingGroupOrders {
  status: "statistics_building"
  /** From 0 to 1. */
  progress: number
}

/** Where members live, by all of their addresses: who has some in two countries counts in both. */
export interface AdminGroupCountries {
  status: "ready"
  member_count: number
  /** Members with an address in some country. */
  customer_count: number
  /** Countries in all; the first ten of them, the most members first. */
  country_count: number
  countries: { country_code: string; customer_count: number }[]
}

/** Another group, and how many members it shares with this one. */
export interface AdminGroupOverlap {
  id: string
  name: string
  member_count: number
  shared_count: number
}

/** Groups that share members with this one, the most first: those that were asked for, or the first five. */
export interface AdminGroupOverlaps {
  member_count: number
  groups: AdminGroupOverlap[]
}

export interface AdminGroupInsights {
  /** First and last day of the period, both included. */
  from: string
  to: string
  /** The store's, in which days begin: `Europe/Berlin`. */
  time_zone: string
  /** When it was worked out; what takes long is remembered for five minutes. */
  generated_at: string
  size?: AdminGroupSize
  orders?: AdminGroupOrders | AdminBuildingGroupOrders | AdminHiddenInsight
  countries?: AdminGroupCountries | AdminHiddenInsight
  overlaps?: AdminGroupOverlaps
}

export interface AdminGroupInsightsResponse {
  insights: AdminGroupInsights
}
