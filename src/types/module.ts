import type { AddCombinedInput, MoveMembersInput } from "./combinations"
import type { ApplyImportInput } from "./imports"
import type { AdminGroupOperation } from "./http"
import type { ActorType, OperationReason, OperationStatus, RecordedOperationType } from "./http/operations"
import type { AdminCustomerChoice, AdminCustomerFilter, AdminMemberFilter } from "./http/members"

/** Who makes a change; it is written into the history. */
export interface GroupActor {
  type: ActorType | null
  id: string | null
}

/** A change to the members of one group. */
export interface ChangeMembersInput {
  group_id: string
  /** Customers to add by hand, by id or all that match a filter. */
  add?: AdminCustomerChoice<AdminCustomerFilter>
  /** Members to remove, by id or all that match a filter. */
  remove?: AdminCustomerChoice<AdminMemberFilter>
  /** Customers to take out of an automatic group and keep out: by id, or all members that match a filter. */
  exclude?: AdminCustomerChoice<AdminMemberFilter>
  /** Why who is removed or excluded stays out of an automatic group; at most 255 characters. */
  reason?: string | null
  /** The moment from which they no longer do. */
  until?: Date | string | null
  /** The id that the operation shall have, for watching it while it runs; a new one, if left out. */
  operation_id?: string
  actor?: GroupActor
}

/** A change to the groups of one customer. */
export interface ChangeCustomerGroupsInput {
  customer_id: string
  /** Ids of the groups to add the customer to. */
  add?: string[]
  /** Ids of the groups to take the customer out of. */
  remove?: string[]
  actor?: GroupActor
}

/** Makes a group like another one. */
export interface DuplicateGroupInput {
  group_id: string
  /** The id that the copy shall have; a new one, if left out. */
  id?: string
  /** "VIP (copy)" or the next one that is free, if left out. */
  name?: string
  /** Instead of the group's own; none, if null. */
  metadata?: Record<string, unknown> | null
  /** Id of the user or API key that makes it. */
  created_by?: string | null
  actor?: GroupActor
}

/** What a copy shall be called and hold beside its customers. */
export interface PlannedCopy {
  name: string
  metadata: Record<string, unknown> | null
}

/** Gives a new group what another one has. */
export interface CopyGroupInput {
  from_id: string
  group_id: string
  actor?: GroupActor
}

export interface CopiedGroup {
  /** Whether the copy has criteria, and is to be evaluated. */
  is_automatic: boolean
  operation_id: string
}

/** An operation as it is written down. */
export interface NewGroupOperation {
  id: string
  group_id: string
  type: RecordedOperationType
  status: OperationStatus
  joined?: number
  left?: number
  /** Why members moved. */
  reason?: OperationReason
  details?: Record<string, unknown> | null
  error?: string
  /** The operation that this one undoes. */
  undoes_id?: string
  /** The operation of which this one is the second half (the evaluation after new criteria, the joins of a move): undone together. */
  part_of_id?: string
  /** What undoing it needs and nobody is shown. */
  reversal?: Reversal | null
}

/** A value before and after a change; left out where there was none. */
export interface ValueChange {
  from?: unknown
  to?: unknown
}

/** What a change of name and metadata did, with the values. */
export interface Reversal {
  name?: { from: string; to: string }
  metadata?: Record<string, ValueChange>
  /** There was no metadata at all before, rather than an empty one. */
  had_none?: boolean
}

/** Undoes an operation. */
export interface UndoOperationInput {
  operation_id: string
  /** The id that the undo itself shall have, for watching it while it runs; a new one, if left out. */
  undo_id?: string
  actor?: GroupActor
}

/** Work that may take long, as it was asked for: kept while it runs, so that it can be done again. */
export type LongWork =
  | { kind: "change_members"; input: ChangeMembersInput }
  | { kind: "undo"; input: UndoOperationInput }
  | { kind: "combine"; input: AddCombinedInput }
  | { kind: "move"; input: MoveMembersInput }
  | { kind: "import"; input: ApplyImportInput }

/** An operation, read back. */
export type GroupOperationDTO = AdminGroupOperation

/** A group whose kept count is not what its memberships say. */
export interface CountDifference {
  group_id: string
  name: string
  counted_manual: number
  true_manual: number
  counted_criteria: number
  true_criteria: number
}
