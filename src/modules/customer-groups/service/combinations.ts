import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type {
  AddCombinedInput,
  CombineGroupsInput,
  GroupCombination,
  GroupOperationDTO,
  MovedMembers,
  MoveMembersInput,
} from "../../../types"
import { checkCombine, combineGroups, countCombined } from "../changes/combine-groups"
import { moveMembers } from "../changes/move-members"
import { LongWorkService } from "./long-work"

/** Groups made of others, and members who go from one to another. */
export class CombinationsService extends LongWorkService {
  /**
   * Refuses groups that cannot be combined so. Changes nothing.
   * @throws INVALID_DATA naming the field · NOT_FOUND one of the groups does not exist
   */
  @InjectManager()
  async checkCombine(
    input: Pick<CombineGroupsInput, "how" | "group_ids" | "into">,
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    await checkCombine(this.dependencies, input, context)
  }

  /**
   * How many living customers a combination of groups results in, each counted once; also of a single group.
   * @throws INVALID_DATA naming the field · NOT_FOUND one of the groups does not exist
   */
  @InjectManager()
  async countCombined(combination: GroupCombination, @MedusaContext() context: Context = {}): Promise<number> {
    return this.withKnownSizes(() => countCombined(this.dependencies, combination, context), context)
  }

  /**
   * Puts whom a combination of groups results in into a group, by hand. The group keeps everybody it has, and may be one of
   * those that are combined.
   *
   * @throws INVALID_DATA naming the field · NOT_FOUND one of the groups does not exist
   */
  async combineGroups(input: AddCombinedInput, context: Context = {}): Promise<GroupOperationDTO> {
    // Within a transaction of the caller's nothing of it can be seen before the end.
    if (!context.transactionManager)
      return (await this.workOnRecord({ kind: "combine", input }, input.operation_id)).operation
    return this.retried((within) => this.combineGroups_(input, within), context)
  }

  @InjectTransactionManager()
  protected async combineGroups_(input: AddCombinedInput, @MedusaContext() context: Context = {}) {
    return combineGroups(this.dependencies, input, context)
  }

  /**
   * Moves members of a group to another one, where they are by hand: all of it, or nothing. Who is there already just
   * leaves; out of an automatic group they are excluded.
   *
   * @returns what was done to the group that they left, and to the one that they joined; undone together
   * @throws NOT_FOUND one of the groups, or some of the customers, do not exist · INVALID_DATA both groups are the same,
   * too many ids
   */
  async moveMembers(input: MoveMembersInput, context: Context = {}): Promise<MovedMembers> {
    // Within a transaction of the caller's nothing of it can be seen before the end.
    if ("filter" in input.members && !context.transactionManager)
      return (await this.workOnRecord({ kind: "move", input }, input.operation_id)).moved as MovedMembers
    return this.withKnownSizes(() => this.retried((within) => this.moveMembers_(input, within), context), context)
  }

  @InjectTransactionManager()
  protected async moveMembers_(input: MoveMembersInput, @MedusaContext() context: Context = {}) {
    return moveMembers(this.dependencies, input, context)
  }
}
