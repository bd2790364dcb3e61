import type { DateFilter, Page } from "./common"
import type { AdminGroupOperation } from "./operations"

/** Who made somebody a member: a person, an import or the API (`manual`), or the group's criteria. */
export type MembershipSource = "manual" | "criteria"

interface CustomerRow {
  /** Id of the customer. */
  id: string
  email: string | null
  first_name: string | null
  last_name: string | null
  company_name: string | null
  phone: string | null
  has_account: boolean
  created_at: string
}

/** A row of `GET /admin/customer-groups/:id/members`. */
export interface AdminGroupMember extends CustomerRow {
  source: MembershipSource
  joined_at: string
}

export interface AdminGroupMemberListParams {
  /** Part of e-mail, name, company or phone, without case. */
  q?: string
  /** Only these customers. */
  id?: string | string[]
  source?: MembershipSource
  has_account?: boolean
  joined_at?: DateFilter
  created_at?: DateFilter
  /** `joined_at`, `name`, `email`, `has_account`, `source` or `created_at`; `-` before it turns the order. Default `-joined_at`. */
  order?: string
  /** 1–1,000, default 20. */
  limit?: number
  offset?: number
}

export interface AdminGroupMemberListResponse extends Page {
  members: AdminGroupMember[]
}

/** A row of `GET /admin/customer-groups/:id/candidates`: any customer of the shop, and whether they are in. */
export interface AdminGroupCandidate extends CustomerRow {
  is_member: boolean
}

/** Which customers of the shop; the filter of the *Add customers* window. */
export interface AdminCustomerFilter {
  /** Part of e-mail, name, company or phone, without case. */
  q?: string
  has_account?: boolean
  created_at?: DateFilter
  /** In at least one of these other groups. */
  customer_group_id?: string | string[]
  /** With an address in one of these countries (ISO 3166-1 alpha-2, lower case). */
  country_code?: string | string[]
}

export interface AdminGroupCandidateListParams extends AdminCustomerFilter {
  /** `name`, `email`, `has_account` or `created_at`; `-` before it turns the order. Default `-created_at`. */
  order?: string
  /** 1–1,000, default 20. */
  limit?: number
  offset?: number
}

export interface AdminGroupCandidateListResponse extends Page {
  customers: AdminGroupCandidate[]
}

/** Some customers by id (at most 100,000), or all that match a filter but some (at most 100,000). */
export type AdminCustomerChoice<Filter> = { ids: string[] } | { filter: Filter; except?: string[] }

/** Which members of the group; the filter of its *Customers* section. */
export type AdminMemberFilter = Pick<
  AdminGroupMemberListParams,
  "q" | "source" | "has_account" | "joined_at" | "created_at"
>

/**
 * Body of `POST /admin/customer-groups/:id/members`. A filter of `add` looks among all customers, those of `remove` and
 * `exclude` among the members.
 */
export interface AdminChangeGroupMembersBody {
  add?: AdminCustomerChoice<AdminCustomerFilter>
  remove?: AdminCustomerChoice<AdminMemberFilter>
  /** Of an automatic group: who stays out although the criteria match. Ids need not be members. */
  exclude?: AdminCustomerChoice<AdminMemberFilter>
  /** Of whom is removed from or excluded from an automatic group; at most 255 characters. */
  reason?: string | null
  /** The moment from which they may come in again, in the future; never, if left out. */
  until?: string | null
}

export interface AdminChangeGroupMembersResponse {
  operation: AdminGroupOperation
}
