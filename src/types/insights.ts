import type { GroupInsightPart } from "./http/insights"

/** What is asked of a group's insights; see `AdminGroupInsightsParams`. */
export interface GroupInsightsInput {
  days?: number
  from?: string
  to?: string
  overlap_with?: string[]
  parts?: readonly GroupInsightPart[]
  /** Parts that are answered as not allowed. */
  hidden?: readonly GroupInsightPart[]
}

export interface GroupInsightsOptions {
  /** Ends the work, in the database too, when nobody waits for it any more. */
  signal?: AbortSignal
}
