import type { Context } from "@medusajs/framework/types"
import type { GroupActor, GroupOperationDTO, NewGroupOperation } from "../../../types"
import type { CriteriaRepository } from "../repositories/criteria"
import type { ExclusionsRepository } from "../repositories/exclusions"
import type { GroupsRepository } from "../repositories/groups"
import type { MembershipChangesRepository } from "../repositories/membership-changes"
import type { LongWorkRepository } from "../repositories/long-work"
import type { OperationsRepository } from "../repositories/operations"
import type { Progress } from "../sql/in-parts"

/** What a change of memberships writes to. */
export interface ChangeDependencies {
  criteriaRepository: CriteriaRepository
  exclusionsRepository: ExclusionsRepository
  groupsRepository: GroupsRepository
  longWorkRepository: LongWorkRepository
  membershipChangesRepository: MembershipChangesRepository
  operationsRepository: OperationsRepository
}

export const NOBODY: GroupActor = { type: null, id: null }

/** Long work that stands as running in the history already. */
export interface OnRecord {
  id: string
  progress: Progress
}

/**
 * Writes down what was done to a group, or what has become of it if it stands in the history as running.
 * @throws NOT_ALLOWED somebody has cancelled it meanwhile
 */
export const writeDown = async (
  { longWorkRepository, operationsRepository }: ChangeDependencies,
  operation: NewGroupOperation,
  { actor, running }: { actor: GroupActor; running?: OnRecord },
  context: Context,
): Promise<GroupOperationDTO> => {
  if (!running) return operationsRepository.record(operation, actor, context)
  await longWorkRepository.finish(operation, context)
  return (await operationsRepository.retrieve(operation.id, context)) as GroupOperationDTO
}
