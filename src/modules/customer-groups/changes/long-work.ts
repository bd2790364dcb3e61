import type { Context } from "@medusajs/framework/types"
import type { GroupOperationDTO, LongWork, MovedMembers } from "../../../types"
import { applyImport, checkApplying, type ImportDependencies } from "./apply-import"
import { changeMembers, checkMembersChange } from "./change-members"
import { type BulkDependencies, checkCombined, combinedDetails, combineGroups } from "./combine-groups"
import type { OnRecord } from "./dependencies"
import { checkMove, moveMembers } from "./move-members"
import { checkUndo, type UndoDependencies, undoOperation } from "./undo-operation"

export type WorkDependencies = UndoDependencies & BulkDependencies & ImportDependencies

/** What has been done. */
export interface WorkDone {
  operation: GroupOperationDTO
  /** Whether the group is to be evaluated, since its criteria are others. */
  hasOtherCriteria?: boolean
  /** What was done to both groups, where customers were moved. */
  moved?: MovedMembers
}

/**
 * Makes sure that work can be begun, so that what is wrong with it leaves no trace. Changes nothing.
 *
 * @returns the operation as which it stands in the history while it runs
 * @throws as the change itself
 */
export const checkWork = async (dependencies: WorkDependencies, work: LongWork, now: Date, context: Context) => {
  const byHand = { reason: "by_hand", type: work.kind } as const
  switch (work.kind) {
    case "change_members":
      await checkMembersChange(dependencies, work.input, now, context)
      return { ...byHand, group_id: work.input.group_id }
    case "combine": {
      const groups = await checkCombined(dependencies, work.input, context)
      return { ...byHand, group_id: work.input.group_id, details: combinedDetails(work.input, groups) }
    }
    case "move": {
      const { to } = await checkMove(dependencies, work.input, context)
      return { ...byHand, group_id: work.input.group_id, details: { to } }
    }
    case "import": {
      const { group_id, file_name } = await checkApplying(dependencies, work.input, context)
      return { type: "import", reason: "import", group_id, details: { file_name } } as const
    }
    case "undo": {
      const { id, group_id, type } = await checkUndo(dependencies, work.input.operation_id, context)
      return { type: "undo", reason: "undo", group_id, undoes_id: id, details: { undoes: type } } as const
    }
  }
}

/** Carries work out within the caller's transaction, under the operation that stands for it already. */
export const carryOut = async (
  dependencies: WorkDependencies,
  work: LongWork,
  running: OnRecord,
  now: Date,
  context: Context,
): Promise<WorkDone> => {
  switch (work.kind) {
    case "change_members":
      return { operation: await changeMembers(dependencies, work.input, now, context, running) }
    case "combine":
      return { operation: await combineGroups(dependencies, work.input, context, running) }
    case "move": {
      const moved = await moveMembers(dependencies, work.input, context, running)
      return { operation: moved[0], moved }
    }
    case "import":
      return { operation: await applyImport(dependencies, work.input, context, running) }
    case "undo":
      return undoOperation(dependencies, work.input, context, running)
  }
}
