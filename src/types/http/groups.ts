import type { DateFilter, Page } from "./common"
import type { AdminGroupOperation } from "./operations"

/** Without (`manual`) or with (`automatic`) criteria that fill the group. */
export type GroupKind = "manual" | "automatic"

/**
 * How it is with the criteria of a group: there are `none`; they are evaluated (`active`) or `paused`; an evaluation waits
 * for a person (`held`), runs, or failed last; or what they read of orders is being counted (`statistics_building`).
 */
export type CriteriaStatus = "none" | "active" | "paused" | "held" | "failed" | "running" | "statistics_building"

/** What lists and pages show of a group. */
export interface AdminGroupFigures {
  id: string
  name: string
  kind: GroupKind
  /** Living customers in the group, each counted once. Exact, from the log. */
  member_count: number
  /** How many joined / left in the last 30 days. */
  joined_30_days: number
  left_30_days: number
  /** Price lists, single prices and promotions that have this group among their conditions. */
  usage_count: number
  criteria_status: CriteriaStatus
  created_at: string
  updated_at: string
}

/** A row of `GET /admin/customer-groups/overview`. */
export interface AdminGroupOverview extends AdminGroupFigures {
  /** The criteria in words; null if there are none, or they have become invalid. */
  criteria_sentence: string | null
}

/** `GET /admin/customer-groups/:id/overview`. */
export interface AdminGroupDetails extends AdminGroupFigures {
  metadata: Record<string, unknown> | null
  /** Id of the user or API key that created the group, if known. */
  created_by: string | null
  /** Name (or else e-mail) of that user; null if it was no user, or one who is gone. */
  created_by_name: string | null
}

export interface AdminGroupOverviewListParams {
  /** Part of the name, without case. */
  q?: string
  id?: string | string[]
  kind?: GroupKind | GroupKind[]
  criteria_status?: CriteriaStatus | CriteriaStatus[]
  has_customers?: boolean
  is_used?: boolean
  created_at?: DateFilter
  updated_at?: DateFilter
  /** `name`, `kind`, `member_count`, `growth_30_days`, `usage_count`, `criteria_status`, `created_at` or `updated_at`; `-` before it turns the order. Default `-created_at`. */
  order?: string
  /** Of the sentences: `en` (the default), `de`, `de-AT`. */
  language?: string
  /** 1–1,000, default 20. */
  limit?: number
  offset?: number
}

export interface AdminGroupOverviewListResponse extends Page {
  customer_groups: AdminGroupOverview[]
}

export interface AdminGroupDetailsResponse {
  customer_group: AdminGroupDetails
}

/** A row of `GET /admin/customer-groups/deleted`: a group that can still be restored. */
export interface AdminDeletedGroup {
  id: string
  name: string
  kind: GroupKind
  /** Living customers who would be in it again. */
  member_count: number
  deleted_at: string
  /** Name (or else e-mail) of who deleted it; null if unknown, or gone. */
  deleted_by_name: string | null
}

export interface AdminDeletedGroupListParams {
  /** Part of the name, without case. */
  q?: string
  /** 1–1,000, default 20. */
  limit?: number
  offset?: number
}

export interface AdminDeletedGroupListResponse extends Page {
  /** Last deleted first. */
  customer_groups: AdminDeletedGroup[]
}

/** Body of `POST /admin/customer-groups/:id/restore`. */
export interface AdminRestoreGroupBody {
  /** Instead of the name it had, which another group may have by now. */
  name?: string
}

/** Body of `POST /admin/customer-groups/:id/duplicate`. */
export interface AdminDuplicateGroupBody {
  /** "VIP (copy)" or the next one that is free, if left out. */
  name?: string
  /** Instead of the group's own; none, if null. */
  metadata?: Record<string, unknown> | null
}

export interface AdminDuplicateGroupResponse {
  customer_group: AdminGroupDetails
  /** The first evaluation of an automatic copy; null in a manual one. */
  operation: AdminGroupOperation | null
}

/** Body of `POST /admin/customer-groups/reach`. */
export interface AdminGroupReachBody {
  group_ids: string[]
}

/** How many customers several groups reach together. */
export interface AdminGroupReachResponse {
  reach: {
    /** Living customers in at least one of the groups, each counted once. */
    customer_count: number
    /** The groups that exist, in the order of their names. */
    customer_groups: { id: string; name: string; member_count: number }[]
  }
}
