import type { OperationStatus, RecordedOperationType } from "../../../types"
import type { MovementReason } from "../../../types/events"

/** What one statement moved in one group, not told to others yet; with the operation that it belongs to, if any. */
export interface UntoldChange {
  /** Of the outbox, ascending within a group in the order in which it was changed. */
  outbox_id: string
  group_id: string
  operation_id: string | null
  joined: number
  left: number
  /** Null if no such operation is on record. */
  status: OperationStatus | null
  type: RecordedOperationType | null
  reason: MovementReason | null
  /** How many customers the operation moved in all; it may have taken several statements. */
  moved: number | null
  /** What whoever saved has said of it; null if nothing. */
  tell_customers: boolean | null
  /** Whether changes of the operation are told, come what may. */
  is_announced: boolean
}

export interface ToldChange extends UntoldChange {
  reason: MovementReason
  /** Whether each customer gets an event. */
  tellsCustomers: boolean
}

export interface Telling {
  told: ToldChange[]
  /** Ids of changes that nobody is told of: of operations that failed and were taken back. */
  dropped: string[]
}

export interface TellingLimits {
  /** Above so many customers a change is told as a whole only. */
  maxCustomerEvents: number
  /** Events after which no further change is begun. */
  events: number
}

/**
 * Which changes are told now. Those of one group keep their order: a change that cannot be told yet keeps back the later
 * ones of its group, and of no other.
 *
 * @param changes the oldest first
 */
export const planTelling = (changes: UntoldChange[], { maxCustomerEvents, events }: TellingLimits): Telling => {
  const plan: Telling = { told: [], dropped: [] }
  const waiting = new Set<string>()
  let planned = 0
  for (const change of changes) {
    if (waiting.has(change.group_id)) continue
    if (change.status === null || change.is_announced) {
      const tellsCustomers = !isSilent(change) && movedBy(change) <= maxCustomerEvents
      if (planned >= events) break
      planned += 1 + (tellsCustomers ? change.joined + change.left : 0)
      plan.told.push({ ...change, reason: reasonOf(change), tellsCustomers })
    } else if (change.status === "failed") {
      plan.dropped.push(change.outbox_id)
    } else {
      waiting.add(change.group_id)
    }
  }
  return plan
}

const reasonOf = ({ status, type, reason }: UntoldChange): MovementReason => {
  if (status === null) return "outside"
  return reason ?? (type === "remove_criteria" ? "criteria_changed" : "by_hand")
}

const movedBy = ({ joined, left, moved }: UntoldChange): number => Math.max(joined + left, moved ?? 0)

/** Nobody wants to mail 12,000 people by saving a form. */
const isSilent = (change: UntoldChange): boolean =>
  change.tell_customers === null ? reasonOf(change) === "criteria_changed" : !change.tell_customers
