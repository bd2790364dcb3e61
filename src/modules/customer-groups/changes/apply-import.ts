import { MedusaError } from "@medusajs/framework/utils"
import type { Context } from "@medusajs/framework/types"
import type { ApplyImportInput, GroupImportDTO, GroupOperationDTO, NewGroupOperation } from "../../../types"
import { checkApplicable, importNotFound } from "../checks/imports"
import { groupNotFound } from "../errors"
import { newOperationId } from "../operation-id"
import type { ImportApplicationRepository } from "../repositories/import-application"
import type { ImportsRepository } from "../repositories/imports"
import { dueWith, staysOut } from "../sql/import-apply"
import { type ChangeDependencies, NOBODY, type OnRecord, writeDown } from "./dependencies"

export interface ImportDependencies extends ChangeDependencies {
  importsRepository: ImportsRepository
  importApplicationRepository: ImportApplicationRepository
}

/**
 * Does what a checked import says, within the caller's transaction, as one operation. Customers for whom guests are to be
 * made have been made before. Who was deleted since the check is left out.
 *
 * @throws NOT_FOUND no such import, or its group is deleted · NOT_ALLOWED it is applied already, rows have problems, or the
 * group has lost its criteria since the check
 *
 * @param running the operation, if it stands in the history already
 */
export const applyImport = async (
  dependencies: ImportDependencies,
  input: ApplyImportInput,
  context: Context,
  running?: OnRecord,
): Promise<GroupOperationDTO> => {
  const { importsRepository: imports, importApplicationRepository: application } = dependencies
  const { membershipChangesRepository: changes, exclusionsRepository: exclusions } = dependencies
  const { operation_id, actor = NOBODY } = input
  const checked = await checkApplying(dependencies, input, context)
  const groupId = checked.group_id

  const operationId = running?.id ?? operation_id ?? newOperationId()
  await changes.writeAs(operationId, context)
  await application.lockCustomers(checked.id, checked.counts.rows, context)
  const { customers, excludes } = await application.prepare(checked.id, context)
  const isAutomatic = Boolean(await dependencies.criteriaRepository.retrieve(groupId, context))
  if (excludes && !isAutomatic) throw hasLostCriteria()
  await application.lockRows(groupId, customers, context)
  await changes.lockGroups([groupId], context)

  const left = await changes.removeAll(groupId, dueWith("remove", "exclude"), context, running?.progress)
  const joined = await changes.addAll(groupId, dueWith("add"), actor.id, context, running?.progress)
  // As with any change by hand: else the next evaluation would bring back who was removed.
  if (isAutomatic) {
    await exclusions.excludeEach(groupId, staysOut(groupId, operationId), { actor, operationId }, context)
    if (checked.counts.add) await exclusions.liftOfManualMembers(groupId, operationId, context)
  }
  await imports.finishApplying(checked.id, operationId, context)
  const done = { id: operationId, customers, joined, left }
  return writeDown(dependencies, operationOf(checked, done), { actor, running }, context)
}

/**
 * Makes sure that an import can be applied, and keeps others from applying it until the transaction ends.
 * @throws as `applyImport`
 */
export const checkApplying = async (
  { groupsRepository, importsRepository }: ImportDependencies,
  input: ApplyImportInput,
  context: Context,
): Promise<GroupImportDTO> => {
  const checked = await importsRepository.retrieveLocked(input.import_id, context)
  requireApplicable(checked, input)
  const { group_id: groupId } = checked
  if ((await groupsRepository.listUnknown([groupId], context)).length) throw groupNotFound(groupId)
  return checked
}

function requireApplicable(
  checked: GroupImportDTO | undefined,
  { import_id, group_id, skip_problems = false }: ApplyImportInput,
): asserts checked is GroupImportDTO {
  if (!checked || (group_id !== undefined && checked.group_id !== group_id)) throw importNotFound(import_id)
  checkApplicable(checked, skip_problems)
}

const hasLostCriteria = () =>
  new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    "The group has no criteria any more, so nobody can be excluded from it: check the file again.",
  )

/** What was done, for the history. `gone` are customers who were deleted since the check. */
const operationOf = (
  { id, group_id, file_name, counts }: GroupImportDTO,
  { customers, ...done }: { id: string; customers: number; joined: number; left: number },
): NewGroupOperation => {
  const gone = counts.add + counts.remove + counts.exclude - customers
  return {
    ...done,
    group_id,
    type: "import",
    status: "succeeded",
    reason: "import",
    details: { file_name, import_id: id, ...counts, ...(gone ? { gone } : {}) },
  }
}
