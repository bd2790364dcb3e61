import type { Page } from "./common"
import type { AdminGroupMember, AdminGroupMemberListParams, MembershipSource } from "./members"
import type { AdminGroupActor } from "./memberships"
import type { OperationReason, OperationType } from "./operations"

/** Query of `GET /admin/customer-groups/:id/members` for a moment of the past. */
export interface AdminPastGroupMemberListParams extends AdminGroupMemberListParams {
  /** A moment with its offset from UTC, or a calendar day of the store: as its last moment was, today's as of now. */
  at: string
}

/** A member as they were then. What is shown of the customer is of today; of one who is purged, the id is left. */
export interface AdminPastGroupMember extends Omit<AdminGroupMember, "has_account" | "created_at"> {
  has_account: boolean | null
  created_at: string | null
  /** When the customer was deleted, after that moment. Null also of one who is purged. */
  deleted_at: string | null
  /** Nothing but the id is left of the customer. */
  is_purged: boolean
}

export interface AdminPastGroupMemberListResponse extends Page {
  members: AdminPastGroupMember[]
  /** The moment that the answer is of. */
  at: string
  /** Before it nothing is known of the group's members. */
  known_since: string
}

/** What led to a change of membership; nothing is known of what came from outside this plugin but that. */
export interface AdminChangeCause {
  operation_id: string | null
  type: OperationType
  reason: OperationReason | null
  actor: AdminGroupActor
}

/** A row of `GET /admin/customers/:id/group-changes`: a group that the customer joined or left. */
export interface AdminCustomerGroupChange {
  id: string
  group: {
    id: string
    /** Null once the group is purged. */
    name: string | null
    is_deleted: boolean
  }
  change: "joined" | "left" | "source_changed"
  source: MembershipSource
  cause: AdminChangeCause
  created_at: string
}

export interface AdminCustomerGroupChangeListParams {
  /** 1–1,000, default 20. */
  limit?: number
  offset?: number
}

export interface AdminCustomerGroupChangeListResponse extends Page {
  /** Newest first. */
  changes: AdminCustomerGroupChange[]
  /** From when on changes are written down; null if that has not begun. */
  known_since: string | null
}

/** Query of `GET /admin/customer-groups/:id/changes.csv`. */
export interface AdminGroupChangesParams {
  /** The first moment, or calendar day of the store. From the beginning, if left out. */
  from?: string
  /** The last moment, or the last day. Until now, if left out. */
  to?: string
}
