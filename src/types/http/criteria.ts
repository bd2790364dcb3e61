import type { Page } from "./common"
import type { AdminGroupDetails } from "./groups"
import type { ActorType, AdminGroupOperation } from "./operations"
import type { Criteria } from "../../modules/customer-groups/criteria"

export type { Criteria }

/** When somebody who no longer matches leaves an automatic group. */
export interface GroupStay {
  /** Not before so many days have passed since joining. */
  days?: number
  /** Only who matches these: join at 1,000 EUR a year, leave below 800. */
  leave_criteria?: Criteria
}

/** How much of a group events and time may move in a day before a person is asked. */
export type GroupGuard = { share: number; people: number } | { off: true }

/** What makes a group automatic. */
export interface AdminGroupCriteria {
  group_id: string
  criteria: Criteria
  /** One more with each change of the criteria. */
  version: number
  status: "active" | "paused"
  stay: GroupStay | null
  /** The default, if null: half of the group, and more than 100 people. */
  guard: GroupGuard | null
  evaluated_at: string | null
  /** When the whole group is evaluated by itself next; null if that is at once, or it is paused. */
  due_at: string | null
  /** Of the last evaluation, if it failed. */
  error: { message: string } | null
}

export interface AdminGroupCriteriaResponse {
  /** Null if the members are picked by hand. */
  criteria: AdminGroupCriteria | null
}

/** `GET /admin/customer-groups/:id/criteria`. */
export interface AdminGroupCriteriaDetailsResponse extends AdminGroupCriteriaResponse {
  /** The criteria in words; null if there are none, or they have become invalid. */
  sentence: string | null
  /** The evaluation that waits for a person: `details` has the joins and leaves that it would make. */
  held_operation: AdminGroupOperation | null
  /** The evaluation that is going on. */
  running_operation: AdminGroupOperation | null
}

/** Body of `POST /admin/customer-groups/criteria/describe`. */
export interface AdminDescribeCriteriaBody {
  criteria: Criteria
  /** As in the address of the catalogue. */
  language?: string
}

export interface AdminDescribeCriteriaResponse {
  /** "has spent more than €1,000 and lives in Germany" */
  sentence: string
}

/** Body of `POST /admin/customer-groups/:id/criteria`. What is left out of stay and guard is as by default. */
export interface AdminSetGroupCriteriaBody {
  criteria: Criteria
  stay?: GroupStay | null
  guard?: GroupGuard | null
  /** Whether others are told of each customer who joins or leaves by it, at most 1,000: `false`, unless set. */
  tell_customers?: boolean
  /** Why, in somebody's own words, for the history: 1–255 characters. It stands in the operation's `details.note`. */
  note?: string | null
}

export interface AdminSetGroupCriteriaResponse extends AdminGroupCriteriaResponse {
  /** The evaluation that brought the members in line; null if the group is paused, so that nobody moves. */
  operation: AdminGroupOperation | null
}

/** Body of `POST /admin/customer-groups/automatic`. */
export interface AdminCreateAutomaticGroupBody extends Omit<AdminSetGroupCriteriaBody, "note"> {
  name: string
  metadata?: Record<string, unknown> | null
}

export interface AdminCreateAutomaticGroupResponse {
  customer_group: AdminGroupDetails
  criteria: AdminGroupCriteria
  /** The first evaluation. */
  operation: AdminGroupOperation
}

/** A customer who stays out of an automatic group although its criteria match. */
export interface AdminGroupExclusion {
  customer_id: string
  email: string | null
  first_name: string | null
  last_name: string | null
  reason: string | null
  /** The moment from which it no longer holds. */
  until: string | null
  is_in_force: boolean
  actor_type: ActorType | null
  actor_id: string | null
  created_at: string
}

/** Body of `POST /admin/customer-groups/:id/exclusions`. */
export interface AdminExcludeCustomersBody {
  /** Customers, 1–100,000; they need not be members. */
  ids: string[]
  /** At most 255 characters. */
  reason?: string | null
  /** The moment from which the exclusion no longer holds, in the future; never, if left out. */
  until?: string | null
}

export interface AdminGroupExclusionListResponse extends Page {
  /** Newest first. */
  exclusions: AdminGroupExclusion[]
}
