/** How long something waits to be taken further. */
export interface AdminWaitingRows {
  rows: number
  /** Null if nothing waits. */
  oldest_at: string | null
  /** Whole seconds, 0 if nothing waits. */
  oldest_age: number
}

/** Customers that have changed and wait for their evaluation. */
export interface AdminQueueHealth {
  /** All of them, also those that are due later. */
  pending: number
  /** Those that should be evaluated by now. */
  due: number
  oldest_due_at: string | null
  /** Whole seconds, 0 if nothing is due. */
  oldest_due_age: number
  /** Customers whose evaluation fails again and again. */
  failed: number
}

/** The last run of one kind of work, in whichever process. */
export interface AdminWorkerRun {
  name: string
  ran_at: string
  /** Of the last run, if it failed. */
  error: string | null
  failing_since: string | null
}

export interface AdminCustomerGroupsHealth {
  queue: AdminQueueHealth
  relay: {
    /** Changes that are not in the kept counts yet; every count that is answered includes them. */
    counts: AdminWaitingRows
    /** Changes that others have not been told of. */
    events: AdminWaitingRows
    /** Why telling fails; null if it does not. */
    error: string | null
    failing_since: string | null
  }
  statistics: {
    status: "building" | "ready"
    as_of: string | null
    is_rebuilding: boolean
    /** Of the rebuild, 0 to 1; null unless one is going on. */
    progress: number | null
  }
  evaluations: {
    running: number
    /** Of those running: not a sign of life for a minute. They are marked as failed within another. */
    stuck: number
    /** Wait for a person. */
    held: number
    /** Groups whose last evaluation failed. */
    failed: number
  }
  last_runs: AdminWorkerRun[]
}

/** Answer of `GET /admin/customer-groups/health`. */
export interface AdminCustomerGroupsHealthResponse {
  health: AdminCustomerGroupsHealth
}
