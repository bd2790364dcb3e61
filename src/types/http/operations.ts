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
] as const

/** What kind of change. `outside`: members moved by something other than this plugin, an hour together. */
export const OPERATION_TYPES = [...RECORDED_OPERATION_TYPES, "outside"] as const

export type RecordedOperationType = (typeof RECORDED_OPERATION_TYPES)[number]

export type OperationType = (typeof OPERATION_TYPES)[number]

/** `held`: an evaluation that waits for a person, who applies or discards it. */
export type OperationStatus = "running" | "held" | "succeeded" | "failed" | "discarded"

/** Why members moved. */
export type OperationReason = "by_hand" | "criteria_changed" | "customer_changed" | "time_passed" | "outside"

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
  created_at: string
  finished_at: string | null
}

export interface AdminGroupOperationListParams {
  type?: OperationType | OperationType[]
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
