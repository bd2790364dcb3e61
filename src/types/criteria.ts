import type { AdminGroupCriteria, GroupGuard, GroupStay } from "./http/criteria"
import type { GroupActor, GroupOperationDTO } from "./module"

/** What makes a group automatic, as somebody gives it. */
export interface GroupSettings {
  /** In the public format; checked when it is set. */
  criteria: unknown
  stay?: GroupStay | null
  guard?: GroupGuard | null
  /** Whether others are told of each customer who moves by it: `false`, unless set. See docs/events.md. */
  tell_customers?: boolean
}

/** Makes a group automatic, or changes what it was made automatic by. */
export interface SetCriteriaInput extends GroupSettings {
  group_id: string
  /** Why, in somebody's own words, for the history. */
  note?: string | null
  actor?: GroupActor
}

/** Creates a group with criteria. */
export interface CreateAutomaticGroupInput extends GroupSettings {
  /** The id that the group shall have; a new one, if left out. */
  id?: string
  name: string
  metadata?: Record<string, unknown> | null
  /** Id of the user or API key that creates it. */
  created_by?: string | null
  actor?: GroupActor
}

/** Makes an automatic group one whose members are picked by hand. */
export interface RemoveCriteriaInput {
  group_id: string
  /** What becomes of members by criteria: they stay as if picked by hand, or leave. */
  members: "keep" | "remove"
  actor?: GroupActor
}

/** Why an evaluation is done. Those that no person asked for are weighed by the guard. */
export type EvaluationReason = "by_hand" | "criteria_changed" | "customer_changed" | "time_passed"

export interface EvaluateGroupInput {
  group_id: string
  reason?: EvaluationReason
  /** Whether others are told of each customer who moves: `true`, unless set, or its criteria were changed by `reason`. */
  tell_customers?: boolean
  /** The operation that changed the criteria: both are undone together. */
  part_of_id?: string
  actor?: GroupActor
}

/** Evaluates some customers for all active groups. */
export interface EvaluateCustomersInput {
  /** At most 100,000; who is deleted is passed over. */
  customer_ids: string[]
  /** Only these groups and those whose criteria look at them; all, if left out. */
  group_ids?: string[]
  reason?: "customer_changed" | "time_passed"
  /** What they have ordered is counted anew before: true, unless set. It is the dearer part. */
  have_orders_changed?: boolean
}

/** A group that was left out because somebody else was writing to it. */
export interface BusyGroup {
  group_id: string
  /** Who has to be evaluated for it again. */
  customer_ids: string[]
}

/** What makes a group automatic, as its page shows it; see `AdminGroupCriteriaDetailsResponse`. */
export interface GroupCriteriaDetails {
  criteria: AdminGroupCriteria | null
  sentence: string | null
  held_operation: GroupOperationDTO | null
  running_operation: GroupOperationDTO | null
}

/** What an evaluation of some customers did. */
export interface CustomersEvaluation {
  /** One a group in which somebody moved, or whose evaluation is held. */
  operations: GroupOperationDTO[]
  /** Groups that somebody else was writing to, and whom they are to be evaluated for again. */
  busy: BusyGroup[]
  /** Groups that cannot be evaluated, and why. */
  skipped: { group_id: string; message: string }[]
}

/** Pauses or resumes an automatic group. */
export interface PauseGroupInput {
  group_id: string
  actor?: GroupActor
}

/** What a person decides of an evaluation that is held. */
export interface DecideHeldInput {
  operation_id: string
  actor?: GroupActor
}

/** Criteria after a change, and the operation that stands for it in the group's history. */
export interface ChangedCriteria {
  criteria: AdminGroupCriteria
  operation_id: string
}

/** Takes customers out of an automatic group and keeps them out although its criteria match. */
export interface ExcludeCustomersInput {
  group_id: string
  /** Customers, 1–100,000; they need not be members. */
  ids: string[]
  /** At most 255 characters. */
  reason?: string | null
  /** The moment from which the exclusion no longer holds; never, if left out. */
  until?: Date | string | null
  actor?: GroupActor
}

/** Lifts the exclusion of a customer. */
export interface LiftExclusionInput {
  group_id: string
  customer_id: string
  actor?: GroupActor
}
