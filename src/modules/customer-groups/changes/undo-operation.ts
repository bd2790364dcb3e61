import { isDeepStrictEqual } from "node:util"
import { MedusaError } from "@medusajs/framework/utils"
import type { Context } from "@medusajs/framework/types"
import {
  type GroupActor,
  type GroupOperationDTO,
  type RecordedOperationType,
  type Reversal,
  UNDOABLE_OPERATION_TYPES,
  type UndoDetails,
  type UndoOperationInput,
} from "../../../types"
import { groupNotFound, nameTaken, operationNotFound } from "../errors"
import { newOperationId } from "../operation-id"
import type { UndoRepository } from "../repositories/undo"
import type { Progress } from "../sql/in-parts"
import { NOBODY, type OnRecord, writeDown } from "./dependencies"
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
 * else has moved since, and fields that somebody else has changed, stay as they are and are counted. Where customers were
 * moved from a group to another one, both halves are undone, with an operation on each group.
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
  const asked = await checkUndo(dependencies, operationId, context)
  const groupIds = [asked, ...(await listOthers(dependencies, operationId, context))].map(({ group_id }) => group_id)
  await dependencies.membershipChangesRepository.lockGroups(groupIds, context)
  // Somebody else may have undone it while this waited.
  const halves = [
    await undoable(dependencies, operationId, context),
    ...(await listOthers(dependencies, operationId, context)),
  ].sort((one, other) => Number(one.part_of_id === other.id) - Number(other.part_of_id === one.id))

  const taken: TakenBack[] = []
  const idOf = ({ id }: GroupOperationDTO) => (id === operationId && (running?.id ?? undo_id)) || newOperationId()
  for (const half of halves) taken.push(await takeBack(dependencies, half, idOf(half), context, running?.progress))
  const changedSince = Math.max(...taken.map(({ details }) => details.changed_since))
  const isNothing = taken.every(({ details, criteria, isChanged }) => !details.taken_back && !criteria && !isChanged)
  if (isNothing && (changedSince || taken.some(({ details }) => details.kept_fields.length)))
    throw nothingLeft(changedSince)
  const written: Undone[] = []
  for (const half of taken) {
    const recording = { actor, running: half.id === running?.id ? running : undefined }
    written.push(await writeUndoDown(dependencies, half, written[0]?.operation.id, recording, context))
  }
  return written.find(({ operation }) => operation.undoes_id === operationId)!
}

/** What undoing one operation did, before it is on record. */
interface TakenBack {
  id: string
  undone: GroupOperationDTO
  moved: { joined: number; left: number }
  details: UndoDetails & Record<string, unknown>
  criteria?: CriteriaChange
  reversal: Reversal | null
  isChanged: boolean
}

/** What is undone with an operation on another group: customers who were moved left the one and joined the other. */
const listOthers = async (
  { groupsRepository, operationsRepository, undoRepository }: UndoDependencies,
  operationId: string,
  context: Context,
): Promise<GroupOperationDTO[]> => {
  const others: GroupOperationDTO[] = []
  for (const id of await undoRepository.listOtherHalves(operationId, context)) {
    const half = await operationsRepository.retrieve(id, context)
    // Of a deleted group it can be undone by itself, once that is restored.
    if (half?.can_undo && !(await groupsRepository.listUnknown([half.group_id], context)).length) others.push(half)
  }
  return others
}

const takeBack = async (
  dependencies: UndoDependencies,
  undone: GroupOperationDTO,
  id: string,
  context: Context,
  progress?: Progress,
): Promise<TakenBack> => {
  const { undoRepository: undo } = dependencies
  const { id: operationId, group_id: groupId } = undone
  await dependencies.membershipChangesRepository.writeAs(id, context)
  const parts = await undo.listParts(operationId, context)
  const criteria = await undoCriteria(dependencies, undone, context)
  const fields = await undoGroupFields(
    dependencies,
    groupId,
    await undo.retrieveReversal(operationId, context),
    context,
  )
  const { moved, changed_since } = await undo.find(groupId, operationId, parts, context)
  const { joined, left } = await undo.apply(groupId, context, progress)
  const exclusions = await dependencies.exclusionsRepository.undo(groupId, parts, id, context)
  const details = {
    undoes: undone.type as RecordedOperationType,
    taken_back: Math.max(moved - changed_since, exclusions),
    changed_since,
    changed_by: changed_since ? await undo.listChangedSince(context) : [],
    kept_fields: fields.kept,
    ...fields.details,
    ...(criteria ? { criteria } : {}),
  }
  const { isChanged, reversal } = fields
  return { id, undone, moved: { joined, left }, details, criteria, reversal, isChanged }
}

/** @param partOfId the undo of the other half, which stands first */
const writeUndoDown = async (
  dependencies: UndoDependencies,
  { id, undone, moved, details, criteria, reversal }: TakenBack,
  partOfId: string | undefined,
  written: { actor: GroupActor; running?: OnRecord },
  context: Context,
): Promise<Undone> => {
  const { operationsRepository: operations } = dependencies
  const { id: undoes_id, group_id } = undone
  const done = { type: "undo", status: "succeeded", reason: "undo" } as const
  const operation = await writeDown(
    dependencies,
    { id, group_id, ...done, ...moved, details, undoes_id, part_of_id: partOfId, reversal },
    written,
    context,
  )
  await dependencies.undoRepository.mark(undoes_id, id, context)
  // It spoke of criteria that are no more.
  if (criteria) await operations.supersedeHeld(group_id, id, context)
  // Members by criteria who are back may no longer match; who is excluded no longer may.
  if (details.taken_back) await dependencies.criteriaRepository.makeDue([group_id], 0, context)
  return { operation, hasOtherCriteria: Boolean(criteria?.to) }
}

/** Takes back an undo that is not to stand, within the caller's transaction: everything is as it was before it. */
export const takeBackUndo = async (
  dependencies: UndoDependencies,
  undoId: string,
  error: string,
  context: Context,
): Promise<void> => {
  for (const id of [undoId, ...(await dependencies.undoRepository.listOtherHalves(undoId, context))])
    await takeBackOne(dependencies, id, error, context)
}

const takeBackOne = async (
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
  if (isPruned(operation))
    throw notAllowed("It is no longer kept whom the operation moved: it can no longer be undone.")
  if (!operation.can_undo)
    throw notAllowed(`An operation "${operation.type}" that is ${operation.status} cannot be undone.`)
  return operation
}

/** Nothing but its age keeps it from being undone. */
const isPruned = ({ can_undo, status, type }: GroupOperationDTO): boolean =>
  !can_undo && status === "succeeded" && type !== "update" && UNDOABLE_OPERATION_TYPES.some((each) => each === type)

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
