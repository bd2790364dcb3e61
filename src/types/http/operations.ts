import type { MembershipSource } from "./members"
import type { Page } from "./common"

/** Every kind of change that is recorded. The model, the database's check and the routes' filters follow from this list. */
export const RECORDED_OPERATION_TYPES = [
  "create",
  "update",
  "delete",
  "change_members",
  "set_criteria",
  "remove_criteria",
  "pause",
  "resume",
  "evaluate",
  "exclude",
  "lift_exclusion",
  "restore",
  "undo",
  "import",
  "combine",
  "move",
] as const

/** Kinds of changes that can be undone: what a person did, not what events and time would do again. */
export const UNDOABLE_OPERATION_TYPES = [
  "update",
  "change_members",
  "set_criteria",
  "remove_criteria",
  "exclude",
  "lift_exclusion",
  "undo",
  "import",
  "combine",
  "move",
] as const satisfies readonly (typeof RECORDED_OPERATION_TYPES)[number][]

/** What kind of change. `outside`: members moved by something other than this plugin, an hour together. */
export const OPERATION_TYPES = [...RECORDED_OPERATION_TYPES, "outside"] as const

export type RecordedOperationType = (typeof RECORDED_OPERATION_TYPES)[number]

export type OperationType = (typeof OPERATION_TYPES)[number]

/**
 * `held`: an evaluation that waits for a person, who applies or discards it. `cancelled`: a person has ended it while it
 * ran, and nothing of it stands.
 */
export const OPERATION_STATUSES = ["running", "held", "succeeded", "failed", "discarded", "cancelled"] as const

export type OperationStatus = (typeof OPERATION_STATUSES)[number]

/** Header in which `POST /admin/customer-groups/:id` says the id of the operation, beside a body as Medusa's. */
export const OPERATION_HEADER = "x-customer-groups-operation"

/** Why members moved. */
export type OperationReason =
  "by_hand" | "criteria_changed" | "customer_changed" | "time_passed" | "import" | "undo" | "outside"

export type ActorType = "user" | "api-key" | "workflow"

/** One recorded change to a group. */
export interface AdminGroupOperation {
  id: string
  group_id: string
  type: OperationType
  status: OperationStatus
  reason: OperationReason | null
  actor_type: ActorType | null
  actor_id: string | null
  /** Name (or else e-mail) of the user, or title of the API key; null if there is none, or it is gone. */
  actor_name: string | null
  /** How many customers joined and left by it. */
  joined: number
  left: number
  /** What changed beside members, e.g. `{ name: { from, to } }`, `{ metadata: { set: ["tier"], removed: [] } }`. */
  details: Record<string, unknown> | null
  error: string | null
  /** The operation that this one has undone. */
  undoes_id: string | null
  /** The operation that has undone this one, if that stands. */
  undone_by_id: string | null
  /** The operation of which this one is the second half, also on another group; undoing that one undoes both. */
  part_of_id: string | null
  /** Whether it can be undone: by its kind, as long as it is not, and while it is kept whom it moved. */
  can_undo: boolean
  /** Whether it is kept whom it moved; see the option `keepHistoryDays`. Without that, `changes` answers nobody. */
  is_kept: boolean
  /** How far it is while it runs: rows that are done, of so many; null where that is not known. */
  progress: { done: number; total: number } | null
  /** Whether it can be cancelled: long work, while it runs. */
  can_cancel: boolean
  created_at: string
  finished_at: string | null
}

export interface AdminGroupOperationListParams {
  type?: OperationType | OperationType[]
  status?: OperationStatus | OperationStatus[]
  /** 1–1,000, default 20. */
  limit?: number
  offset?: number
}

export interface AdminGroupOperationListResponse extends Page {
  /** Newest first. */
  operations: AdminGroupOperation[]
}

export interface AdminGroupOperationResponse {
  operation: AdminGroupOperation
}

/** Who has changed customers or settings since, so that an undo left them as they are. */
export interface ChangedSince {
  type: OperationType
  actor_name: string | null
  /** How many of the customers. */
  customers: number
}

/** What the details of an operation of the type `undo` hold. */
export interface UndoDetails {
  /** The kind of the operation that was undone. */
  undoes: RecordedOperationType
  /** Customers whose membership or exclusion is again what it was. */
  taken_back: number
  /** Customers who stay as they are, because somebody else has moved them since. */
  changed_since: number
  /** By whom, the most first; at most three. */
  changed_by: ChangedSince[]
  /** Fields that stay as they are, because somebody else has changed them since: `name`, `metadata.tier`. */
  kept_fields: string[]
}

/** A row of `GET /admin/customer-groups/operations/:id/changes`: one customer that the operation moved. */
export interface AdminMembershipChange {
  id: string
  customer_id: string
  email: string | null
  first_name: string | null
  last_name: string | null
  change: "joined" | "left" | "source_changed"
  source: MembershipSource
  created_at: string
}

export interface AdminMembershipChangeListResponse extends Page {
  changes: AdminMembershipChange[]
}
