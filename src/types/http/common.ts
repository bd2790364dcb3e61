/** A page of a list, as Medusa's own list routes answer it. */
export interface Page {
  /** All rows that match, not only those of this page. */
  count: number
  offset: number
  limit: number
}

/** Comparison of a date column in a query, e.g. `created_at[$gte]=2026-01-01T00:00:00Z`. */
export interface DateFilter {
  $gt?: string
  $gte?: string
  $lt?: string
  $lte?: string
}
