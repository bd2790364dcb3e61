import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { defaultLimits, FileRefused, readRows } from "../../../../../files"
import { CUSTOMER_GROUPS } from "../../../../../modules/customer-groups"
import type { AdminGroupImportParams, AdminGroupImportResponse } from "../../../../../types"
import { actorOf } from "../../../../utils/actor"
import { whileConnected } from "../../../../utils/connection"
import { requireMay } from "../../../../utils/may"
import { withUploadedFile } from "../../../../utils/upload"
import { createCustomers } from "../../policies"

/** Reads a file of customers while it is being sent, and says what would come of it. Changes no group. */
export const POST = async (
  req: AuthenticatedMedusaRequest<unknown, AdminGroupImportParams>,
  res: MedusaResponse<AdminGroupImportResponse>,
) => {
  const group_id = req.params.id as string
  const { unknown } = req.validatedQuery
  if (unknown === "create_guests") await requireMay(req, createCustomers)
  const groups = req.scope.resolve(CUSTOMER_GROUPS)
  await whileConnected(res, async (left) => {
    const form = { field: "file", maxBytes: defaultLimits.bytes }
    const checked = await withUploadedFile(req, res, form, ({ name: file_name, bytes }) =>
      groups.stageImport({ group_id, file_name, unknown, actor: actorOf(req) }, readRows(bytes)).catch(asBadRequest),
    )
    // Nobody knows of it.
    if (left.aborted) await groups.removeImport(checked.id)
    else res.status(201).json({ import: checked })
  })
}

const asBadRequest = (error: unknown): never => {
  if (error instanceof FileRefused) throw new MedusaError(MedusaError.Types.INVALID_DATA, `file: ${error.message}`)
  throw error
}
