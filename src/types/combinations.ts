import type { AdminCombineTarget, CombineWay } from "./http/combinations"
import type { AdminCustomerChoice, AdminMemberFilter } from "./http/members"
import type { GroupActor, GroupOperationDTO } from "./module"

/** Groups, and how they are combined. */
export interface GroupCombination {
  how: CombineWay
  /** Ids of the groups, each once; a difference is of the first one. */
  group_ids: string[]
}

/** Combines groups into a new or an existing one. */
export interface CombineGroupsInput extends GroupCombination {
  into: AdminCombineTarget
  /** The id that the operation shall have, for watching it while it runs; a new one, if left out. */
  operation_id?: string
  /** Id of the user or API key that makes a new group. */
  created_by?: string | null
  actor?: GroupActor
}

/** Puts whom a combination of groups results in into a group that is there. */
export interface AddCombinedInput extends GroupCombination {
  group_id: string
  /** Whether the group was made for this: then nobody is told of each customer. */
  is_new?: boolean
  /** The id that the operation shall have, for watching it while it runs; a new one, if left out. */
  operation_id?: string
  actor?: GroupActor
}

/** Moves members of one group to another one. */
export interface MoveMembersInput {
  group_id: string
  /** Id of the group that they are moved to. */
  to: string
  /** By id, or all members that match a filter but some. Ids of who is no member are passed over. */
  members: AdminCustomerChoice<AdminMemberFilter>
  /** The id that the operation on the group they leave shall have; a new one, if left out. */
  operation_id?: string
  actor?: GroupActor
}

/** What was done to the group that members left, and to the one that they joined. */
export type MovedMembers = [left: GroupOperationDTO, joined: GroupOperationDTO]
