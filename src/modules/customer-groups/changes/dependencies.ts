import { generateEntityId } from "@medusajs/framework/utils"
import type { GroupActor } from "../../../types"
import type { CriteriaRepository } from "../repositories/criteria"
import type { ExclusionsRepository } from "../repositories/exclusions"
import type { GroupsRepository } from "../repositories/groups"
import type { MembershipChangesRepository } from "../repositories/membership-changes"
import type { OperationsRepository } from "../repositories/operations"

/** What a change of memberships writes to. */
export interface ChangeDependencies {
  criteriaRepository: CriteriaRepository
  exclusionsRepository: ExclusionsRepository
  groupsRepository: GroupsRepository
  membershipChangesRepository: MembershipChangesRepository
  operationsRepository: OperationsRepository
}

export const NOBODY: GroupActor = { type: null, id: null }

export const newOperationId = () => generateEntityId(undefined, "cgop")
