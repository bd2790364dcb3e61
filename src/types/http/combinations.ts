import type { AdminGroupDetails } from "./groups"
import type { AdminCustomerChoice, AdminMemberFilter } from "./members"
import type { AdminGroupOperation } from "./operations"

/** How groups are combined. */
export const COMBINE_WAYS = ["union", "intersection", "difference"] as const

/**
 * Who is in at least one of the groups (`union`), in all of them (`intersection`), or in the first and in none of the others
 * (`difference`).
 */
export type CombineWay = (typeof COMBINE_WAYS)[number]

/** Where to: an existing group, which keeps everybody it has, or a new one. */
export type AdminCombineTarget = { group_id: string } | { name: string; metadata?: Record<string, unknown> | null }

/** Body of `POST /admin/customer-groups/combine`. */
export interface AdminCombineGroupsBody {
  how: CombineWay
  /** 2–100 groups, the first of which counts for a difference; a single one for a union into an existing group. */
  group_ids: string[]
  into: AdminCombineTarget
}

/** The same, to ask how many customers result. Nothing is written. */
export interface AdminCountCombinedBody {
  how: CombineWay
  /** 1–100 groups. */
  group_ids: string[]
  dry_run: true
}

export interface AdminCombineGroupsResponse {
  /** The new group, if it is one. */
  customer_group?: AdminGroupDetails
  operation: AdminGroupOperation
}

export interface AdminCountCombinedResponse {
  /** Living customers who would result, each counted once. */
  count: number
}

/** Body of `POST /admin/customer-groups/:id/move`. */
export interface AdminMoveMembersBody {
  /** The group that they are moved to. */
  to: string
  /** Which members; ids of who is none are passed over. */
  members: AdminCustomerChoice<AdminMemberFilter>
}

export interface AdminMoveMembersResponse {
  /** What was done to the group that they left, and to the one that they joined. Undoing one undoes both. */
  operations: [left: AdminGroupOperation, joined?: AdminGroupOperation]
}
