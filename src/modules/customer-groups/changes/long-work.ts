import type { Context } from "@medusajs/framework/types"
import type { GroupOperationDTO, LongWork } from "../../../types"
import { changeMembers, checkMembersChange } from "./change-members"
import type { OnRecord } from "./dependencies"
import { checkUndo, type UndoDependencies, undoOperation } from "./undo-operation"

/** What has been done, and whether its group is to be evaluated, since its criteria are others. */
export interface WorkDone {
  operation: GroupOperationDTO
  hasOtherCriteria?: boolean
}

/**
 * Makes sure that work can be begun, so that what is wrong with it leaves no trace. Changes nothing.
 *
 * @returns the operation as which it stands in the history while it runs
 * @throws as the change itself
 */
export const checkWork = async (dependencies: UndoDependencies, work: LongWork, now: Date, context: Context) => {
  switch (work.kind) {
    case "change_members":
      await checkMembersChange(dependencies, work.input, now, context)
      return { type: "change_members", reason: "by_hand", group_id: work.input.group_id } as const
    case "undo": {
      const { id, group_id } = await checkUndo(dependencies, work.input.operation_id, context)
      return { type: "undo", reason: "undo", group_id, undoes_id: id } as const
    }
  }
}

/** Carries work out within the caller's transaction, under the operation that stands for it already. */
export const carryOut = async (
  dependencies: UndoDependencies,
  work: LongWork,
  running: OnRecord,
  now: Date,
  context: Context,
): Promise<WorkDone> => {
  switch (work.kind) {
    case "change_members":
      return { operation: await changeMembers(dependencies, work.input, now, context, running) }
    case "undo":
      return undoOperation(dependencies, work.input, context, running)
  }
}
