/** Whether the facts of what customers have ordered may be read, and how far a rebuild of them is. */
export interface StatisticsState {
  /** `building` until they were there once; a rebuild of facts that are there leaves them readable. */
  status: "building" | "ready"
  /** When all facts were last known to be what Medusa's tables say. */
  as_of: Date | null
  is_rebuilding: boolean
  started_at: Date | null
  finished_at: Date | null
  steps_done: number
  steps_total: number
}

export interface RebuildStatisticsOptions {
  /** Stops the rebuild after the steps at hand; the next one goes on from there. */
  signal?: AbortSignal
  /** Rows of Medusa's tables that are worked through in one transaction. */
  rowsPerBatch?: number
}

export interface CheckStatisticsOptions {
  /** Brings the facts of customers that differ up to Medusa's tables. */
  mend?: boolean
}

/** What a check of the facts against Medusa's tables found. */
export interface StatisticsCheck {
  /** How many customers have facts that differ. */
  differing: number
  /** Their ids, the first 1,000. */
  customer_ids: string[]
  /** How many of them were mended. */
  mended: number
}
