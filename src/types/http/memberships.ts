import type { ActorType } from "./operations"
import type { Condition, Missing } from "../../modules/customer-groups/criteria"
import type { Page } from "./common"
import type { GroupKind } from "./groups"
import type { MembershipSource } from "./members"

/** Who did something by hand; a name only if they are known (still). */
export interface AdminGroupActor {
  type: ActorType | null
  id: string | null
  name: string | null
}

/** A condition of a group's criteria, held against one customer. */
export interface AdminExplainedCondition {
  /** Where it stands: `criteria.all[2]`. */
  path: string
  condition: Condition
  /** In words: "has placed at least 3 orders". */
  sentence: string
  holds: boolean
  /** Within `none` a condition has to fail. */
  is_wanted: boolean
  /** Found and missing are left out: they tell of orders, which who asks may not read. */
  is_hidden: boolean
  /** One value, several, or null where there is none. */
  found: unknown
  /** What is missing if the result is not the wanted one: as data, and in words, "2 orders more". */
  missing: (Missing & { sentence: string }) | null
}

/** Conditions taken together, held against one customer. */
export interface AdminExplainedNode {
  path: string
  kind: "all" | "any" | "none"
  holds: boolean
  is_wanted: boolean
  children: (AdminExplainedNode | AdminExplainedCondition)[]
}

/**
 * Why a customer matches the criteria of a group, or what is missing.
 *
 * - `explained`: `criteria` has it, condition by condition
 * - `statistics_building`: what customers have ordered is still being counted
 * - `on_request`: the criteria rank all customers, too much for a list; ask for this group alone (`group_id`)
 * - `invalid`: the criteria cannot be evaluated; `message` says why
 */
export type AdminMembershipExplanation =
  | { status: "explained"; matches: boolean; criteria: AdminExplainedNode }
  | { status: "statistics_building" | "on_request" }
  | { status: "invalid"; message: string }

/** A row of `GET /admin/customers/:id/group-memberships`: a group, and how it is with the customer in it. */
export interface AdminCustomerGroupMembership {
  /** Id of the group. */
  id: string
  name: string
  kind: GroupKind
  is_member: boolean
  /** Null if the customer is no member; so are the next two. */
  source: MembershipSource | null
  joined_at: string | null
  /** Who picked the customer by hand; null if the criteria did. */
  added_by: AdminGroupActor | null
  /** Keeps the customer out of an automatic group, in force now. */
  exclusion: { reason: string | null; until: string | null; excluded_by: AdminGroupActor; created_at: string } | null
  /** Null in a manual group. */
  why: AdminMembershipExplanation | null
}

export interface AdminCustomerGroupMembershipListParams {
  /** `true` (as by default) the customer's groups; `false` the automatic groups that they are not in. */
  is_member?: boolean
  /** This group alone, whether the customer is in or not. */
  group_id?: string
  /** Of the sentences; `en`, unless set. */
  language?: "en" | "de"
  /** 1–50, default 20. */
  limit?: number
  offset?: number
}

export interface AdminCustomerGroupMembershipListResponse extends Page {
  /** By name. */
  group_memberships: AdminCustomerGroupMembership[]
}
