import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type { AdminDeletedGroup, AdminDeletedGroupListParams } from "../../../types"
import { checkGroupName } from "../checks/names"
import { groupNotFound, nameTaken } from "../errors"
import { PAGE } from "./base"
import { UndoService } from "./undo"

const DAY = 86_400_000
const PURGED_AFTER_DAYS = 30

/** Groups that are deleted, and can be restored until they are purged. */
export class DeletedGroupsService extends UndoService {
  /** A page of the deleted groups, the last deleted first. */
  @InjectManager()
  async listDeletedGroups(
    params: AdminDeletedGroupListParams = {},
    @MedusaContext() context: Context = {},
  ): Promise<{ groups: AdminDeletedGroup[]; count: number }> {
    return this.dependencies.groupsRepository.listDeleted({ ...PAGE, ...params }, context)
  }

  /**
   * What a deleted group would be called. Changes nothing.
   *
   * @param name instead of the one it had
   * @throws NOT_FOUND there is no such deleted group · INVALID_DATA the name is blank or too long · DUPLICATE_ERROR
   * another group has it by now
   */
  @InjectManager()
  async planRestore(
    groupId: string,
    name: string | undefined,
    @MedusaContext() context: Context = {},
  ): Promise<{ from: string; to: string }> {
    const { groupsRepository: groups } = this.dependencies
    const deleted = await groups.retrieveDeleted(groupId, context)
    if (!deleted) throw groupNotFound(groupId)
    const wanted = name ?? deleted.name
    checkGroupName(wanted)
    if ((await groups.listTakenNames([wanted], context)).length) throw nameTaken(wanted, ": choose another one.")
    return { from: deleted.name, to: wanted }
  }

  /** Gives a deleted group another name. */
  @InjectTransactionManager()
  async renameDeletedGroup(groupId: string, name: string, @MedusaContext() context: Context = {}): Promise<void> {
    await this.dependencies.groupsRepository.renameDeleted(groupId, name, context)
  }

  /** The group is evaluated soon, if it has criteria: what has changed while it was deleted has passed it by. */
  @InjectTransactionManager()
  async catchUp(groupId: string, @MedusaContext() context: Context = {}): Promise<void> {
    await this.dependencies.criteriaRepository.makeDue([groupId], 0, context)
  }

  /** Deletes a group for good that was deleted long ago; see `purgeDeletedAfterDays`. Answers how many: 0 or 1. */
  @InjectTransactionManager()
  async purgeDeletedGroup(@MedusaContext() context: Context = {}): Promise<number> {
    const days = this.options.purgeDeletedAfterDays ?? PURGED_AFTER_DAYS
    const purged = await this.dependencies.groupsRepository.purgeOne(new Date(Date.now() - days * DAY), context)
    return purged ? 1 : 0
  }
}
