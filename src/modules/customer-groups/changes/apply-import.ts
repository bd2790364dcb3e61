import { MedusaError } from "@medusajs/framework/utils"
import type { Context } from "@medusajs/framework/types"
import type { ApplyImportInput, GroupActor, GroupImportDTO, GroupOperationDTO } from "../../../types"
import { checkApplicable, importNotFound } from "../checks/imports"
import { groupNotFound } from "../errors"
import type { ImportApplicationRepository } from "../repositories/import-application"
import type { ImportsRepository } from "../repositories/imports"
import { dueWith, staysOut } from "../sql/import-apply"
import { type ChangeDependencies, newOperationId, NOBODY } from "./dependencies"

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
 */
export const applyImport = async (
  dependencies: ImportDependencies,
  input: ApplyImportInput,
  context: Context,
): Promise<GroupOperationDTO> => {
  const { importsRepository: imports, importApplicationRepository: application } = dependencies
  const { membershipChangesRepository: changes, exclusionsRepository: exclusions } = dependencies
  const { actor = NOBODY } = input
  const checked = await imports.retrieveLocked(input.import_id, context)
  requireApplicable(checked, input)
  const groupId = checked.group_id
  if ((await dependencies.groupsRepository.listUnknown([groupId], context)).length) throw groupNotFound(groupId)

  const operationId = newOperationId()
  await changes.writeAs(operationId, context)
  await application.lockCustomers(checked.id, checked.counts.rows, context)
  const { customers, excludes } = await application.prepare(checked.id, context)
  const isAutomatic = Boolean(await dependencies.criteriaRepository.retrieve(groupId, context))
  if (excludes && !isAutomatic) throw hasLostCriteria()
  await application.lockRows(groupId, customers, context)
  await changes.lockGroups([groupId], context)

  const left = await changes.removeAll(groupId, dueWith("remove", "exclude"), context)
  const joined = await changes.addAll(groupId, dueWith("add"), actor.id, context)
  // As with any change by hand: else the next evaluation would bring back who was removed.
  if (isAutomatic) {
    await exclusions.excludeEach(groupId, staysOut(groupId, operationId), { actor, operationId }, context)
    if (checked.counts.add) await exclusions.liftOfManualMembers(groupId, operationId, context)
  }
  await imports.finishApplying(checked.id, operationId, context)
  return record(dependencies, checked, { id: operationId, customers, joined, left }, actor, context)
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

/** Writes down what was done. `gone` are customers who were deleted since the check. */
const record = (
  { operationsRepository: operations }: ImportDependencies,
  { id, group_id, file_name, counts }: GroupImportDTO,
  done: { id: string; customers: number; joined: number; left: number },
  actor: GroupActor,
  context: Context,
): Promise<GroupOperationDTO> => {
  const gone = counts.add + counts.remove + counts.exclude - done.customers
  const operation = { id: done.id, joined: done.joined, left: done.left }
  return operations.record(
    {
      ...operation,
      group_id,
      type: "import",
      status: "succeeded",
      reason: "import",
      details: { file_name, import_id: id, ...counts, ...(gone ? { gone } : {}) },
    },
    actor,
    context,
  )
}
