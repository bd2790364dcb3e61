import type { OperationReason } from "./http/operations"

/** Names of the events that the plugin emits. */
export const CustomerGroupsEvents = {
  /** A statement moved members of a group; `MembersChangedEvent`. */
  MEMBERS_CHANGED: "customer-groups.members-changed",
  /** One customer is now a member; `CustomerMovedEvent`. */
  CUSTOMER_JOINED: "customer-groups.customer-joined",
  /** One customer is no member any more; `CustomerMovedEvent`. */
  CUSTOMER_LEFT: "customer-groups.customer-left",
  /** `GroupEvent`. */
  GROUP_CREATED: "customer-groups.group-created",
  /** `GroupEvent`. */
  GROUP_UPDATED: "customer-groups.group-updated",
  /** The group is deleted; its memberships stay for restoring and nobody is told to have left. `GroupEvent`. */
  GROUP_DELETED: "customer-groups.group-deleted",
  /** A deleted group is there again, with its customers. `GroupEvent`. */
  GROUP_RESTORED: "customer-groups.group-restored",
  /** An evaluation would move so many that a person has to decide; `EvaluationEvent`. */
  EVALUATION_HELD: "customer-groups.evaluation-held",
  /** An evaluation failed, or the process that worked on it died; `EvaluationEvent`. */
  EVALUATION_FAILED: "customer-groups.evaluation-failed",
  /** A group has grown or shrunk by much within a day; `SizeChangedEvent`. */
  SIZE_CHANGED: "customer-groups.size-changed",
} as const

/** Why members moved, as events say it. `outside`: by something other than this plugin. */
export type MovementReason = OperationReason

/** Data of `customer-groups.members-changed`. */
export interface MembersChangedEvent {
  /** The same again if the event is repeated. */
  id: string
  group_id: string
  /** Null if something other than this plugin moved them. */
  operation_id: string | null
  reason: MovementReason
  joined: number
  left: number
  /** Whether each of these customers is told by an event of their own too. */
  customers_told: boolean
}

/** Data of `customer-groups.customer-joined` and `customer-groups.customer-left`. */
export interface CustomerMovedEvent {
  /** The same again if the event is repeated. */
  change_id: string
  group_id: string
  customer_id: string
  operation_id: string | null
  reason: MovementReason
}

/** Data of `customer-groups.group-created`, `-updated`, `-deleted` and `-restored`. */
export interface GroupEvent {
  id: string
}

/** Data of `customer-groups.evaluation-held` and `customer-groups.evaluation-failed`. */
export interface EvaluationEvent {
  operation_id: string
  group_id: string
}

/** Data of `customer-groups.size-changed`. */
export interface SizeChangedEvent {
  group_id: string
  /** Members a day ago. */
  from: number
  /** Members now. */
  to: number
  /** The difference as a share of `from`: 0.6 of a group that went from 1,000 to 400, or to 1,600. */
  share: number
  /** When that was found, ISO 8601; the same again if the event is repeated by the bus. */
  at: string
}
