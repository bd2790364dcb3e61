import { isDeepStrictEqual } from "node:util"
import { MedusaError } from "@medusajs/framework/utils"
import type { Context } from "@medusajs/framework/types"
import type {
  GroupOperationDTO,
  RecordedOperationType,
  Reversal,
  UndoDetails,
  UndoOperationInput,
} from "../../../types"
import { groupNotFound, nameTaken, operationNotFound } from "../errors"
import type { UndoRepository } from "../repositories/undo"
import { NOBODY, type OnRecord, writeDown } from "./dependencies"
import { newOperationId } from "../operation-id"
import type { EvaluationDependencies } from "./evaluate-group"
import { admitSettings, type Settings, settingsOf } from "./set-criteria"
import { describeFields, undoFields } from "./undo-fields"

export interface UndoDependencies extends EvaluationDependencies {
  undoRepository: UndoRepository
}

/** What was undone, as the history keeps it; and whether the group is to be evaluated, since its criteria are others. */
export interface Undone {
  operation: GroupOperationDTO
  hasOtherCriteria: boolean
}

const notAllowed = (message: string) => new MedusaError(MedusaError.Types.NOT_ALLOWED, message)

/**
 * Undoes an operation within the caller's transaction: takes back what it did and nothing else. Customers whom somebody
 * else has moved since, and fields that somebody else has changed, stay as they are and are counted.
 *
 * @param running the undo, if it stands in the history already
 * @throws NOT_FOUND no such operation, or its group is deleted · NOT_ALLOWED it cannot be undone, is undone already, or
 * everything of it has been changed since · DUPLICATE_ERROR the name from before is taken
 */
export const undoOperation = async (
  dependencies: UndoDependencies,
  { operation_id: operationId, undo_id, actor = NOBODY }: UndoOperationInput,
  context: Context,
  running?: OnRecord,
): Promise<Undone> => {
  const { operationsRepository: operations, undoRepository: undo } = dependencies
  const { group_id: groupId } = await checkUndo(dependencies, operationId, context)
  const id = running?.id ?? undo_id ?? newOperationId()
  await dependencies.membershipChangesRepository.writeAs(id, context)
  await dependencies.membershipChangesRepository.lockGroups([groupId], context)
  // Somebody else may have undone it while this waited.
  const undone = await undoable(dependencies, operationId, context)

  const parts = await undo.listParts(operationId, context)
  const criteria = await undoCriteria(dependencies, undone, context)
  const fields = await undoGroupFields(
    dependencies,
    groupId,
    await undo.retrieveReversal(operationId, context),
    context,
  )
  const { moved, changed_since } = await undo.find(groupId, operationId, parts, context)
  const { joined, left } = await undo.apply(groupId, context, running?.progress)
  const exclusions = await dependencies.exclusionsRepository.undo(groupId, parts, id, context)
  const taken_back = Math.max(moved - changed_since, exclusions)

  const changed_by = changed_since ? await undo.listChangedSince(context) : []
  const isNothing = !taken_back && !criteria && !fields.isChanged
  if (isNothing && (changed_since || fields.kept.length)) throw nothingLeft(changed_since)
  const details: UndoDetails & Record<string, unknown> = {
    undoes: undone.type as RecordedOperationType,
    taken_back,
    changed_since,
    changed_by,
    kept_fields: fields.kept,
    ...fields.details,
    ...(criteria ? { criteria } : {}),
  }
  const operation = await writeDown(
    dependencies,
    {
      id,
      group_id: groupId,
      type: "undo",
      status: "succeeded",
      reason: "undo",
      joined,
      left,
      details,
      undoes_id: operationId,
      reversal: fields.reversal,
    },
    { actor, running },
    context,
  )
  await undo.mark(operationId, id, context)
  // It spoke of criteria that are no more.
  if (criteria) await operations.supersedeHeld(groupId, id, context)
  // Members by criteria who are back may no longer match; who is excluded no longer may.
  if (taken_back) await dependencies.criteriaRepository.makeDue([groupId], 0, context)
  return { operation, hasOtherCriteria: Boolean(criteria?.to) }
}

/** Takes back an undo that is not to stand, within the caller's transaction: everything is as it was before it. */
export const takeBackUndo = async (
  dependencies: UndoDependencies,
  undoId: string,
  error: string,
  context: Context,
): Promise<void> => {
  const { operationsRepository: operations, undoRepository: undo } = dependencies
  const taken = await operations.retrieve(undoId, context)
  if (!taken) throw operationNotFound(undoId)
  await dependencies.membershipChangesRepository.takeBack(undoId, context)
  await dependencies.exclusionsRepository.undo(taken.group_id, [undoId], undoId, context)
  await undoGroupFields(dependencies, taken.group_id, await undo.retrieveReversal(undoId, context), context)
  await undoCriteria(dependencies, taken, context)
  await undo.unmark(undoId, context)
  await operations.holdAgain([undoId], context)
  await operations.fail([undoId], error, context)
}

/**
 * Makes sure that an operation can be undone, as far as that can be told beforehand. Changes nothing.
 * @throws NOT_FOUND no such operation, or its group is deleted · NOT_ALLOWED it cannot be undone, or is undone already
 */
export const checkUndo = async (
  dependencies: UndoDependencies,
  operationId: string,
  context: Context,
): Promise<GroupOperationDTO> => {
  const operation = await undoable(dependencies, operationId, context)
  const { group_id: groupId } = operation
  if ((await dependencies.groupsRepository.listUnknown([groupId], context)).length) throw groupNotFound(groupId)
  return operation
}

const undoable = async (
  { operationsRepository }: UndoDependencies,
  operationId: string,
  context: Context,
): Promise<GroupOperationDTO> => {
  const operation = await operationsRepository.retrieve(operationId, context)
  if (!operation) throw operationNotFound(operationId)
  if (operation.undone_by_id) throw notAllowed("The operation is undone already.")
  if (operation.type === "delete") throw notAllowed("A deletion is undone by restoring the group.")
  if (!operation.can_undo)
    throw notAllowed(`An operation "${operation.type}" that is ${operation.status} cannot be undone.`)
  return operation
}

const nothingLeft = (customers: number) =>
  notAllowed(
    customers
      ? `Nothing is left to undo: all ${customers} customers have been moved since.`
      : "Nothing is left to undo: what it changed has been changed since.",
  )

/** Puts name and metadata back, as far as nobody has changed them since. */
const undoGroupFields = async (
  { groupsRepository: groups }: UndoDependencies,
  groupId: string,
  reversal: Reversal | null,
  context: Context,
) => {
  if (!reversal) return { kept: [], isChanged: false, reversal: null, details: {} }
  const current = await groups.retrieve(groupId, context)
  const undone = undoFields(current!, reversal)
  const { name, metadata } = undone.reversal
  if (name && (await groups.listTakenNames([name.to], context)).length)
    throw nameTaken(name.to, ". Rename one of them first.")
  const isChanged = Boolean(name ?? metadata)
  if (isChanged)
    await groups.restore({ id: groupId, name: undone.fields.name, metadata: undone.fields.metadata ?? null }, context)
  return { kept: undone.kept, isChanged, reversal: undone.reversal, details: describeFields(undone.reversal) }
}

interface CriteriaChange {
  from: Settings | null
  to: Settings | null
}

/** What an operation changed of the criteria; undefined if it did not touch them. */
const criteriaChangeOf = ({ type, details }: GroupOperationDTO): CriteriaChange | undefined => {
  if (type === "undo") return details?.criteria as CriteriaChange | undefined
  if (type !== "set_criteria" && type !== "remove_criteria") return undefined
  const { from = null, to = null } = details as Partial<CriteriaChange>
  return { from, to }
}

/** Puts the criteria back, unless somebody has changed them since. */
const undoCriteria = async (
  dependencies: UndoDependencies,
  undone: GroupOperationDTO,
  context: Context,
): Promise<CriteriaChange | undefined> => {
  const change = criteriaChangeOf(undone)
  if (!change) return undefined
  const { criteriaRepository: criteria } = dependencies
  const stored = await criteria.retrieve(undone.group_id, context)
  const current = stored ? settingsOf(stored) : null
  if (!isDeepStrictEqual(current, change.to))
    throw notAllowed("The criteria have been changed since: undo the later change first, or edit them.")
  if (!change.from) await criteria.remove(undone.group_id, context)
  else
    await criteria.save(
      undone.group_id,
      await admitSettings(dependencies, undone.group_id, change.from, context),
      context,
    )
  return { from: change.to, to: change.from }
}
