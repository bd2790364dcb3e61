import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../../../../modules/customer-groups"
import type { AdminApplyGroupImportBody, AdminGroupOperationResponse } from "../../../../../../../types"
import { importMembersWorkflow } from "../../../../../../../workflows"
import { actorOf } from "../../../../../../utils/actor"
import { requireMay } from "../../../../../../utils/may"
import { answerInTime } from "../../../../operation-in-time"
import { createCustomers } from "../../../../policies"

/** Does what a file says, as one operation: once, and all of it or nothing. Answers 202 while it is still running. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminApplyGroupImportBody>,
  res: MedusaResponse<AdminGroupOperationResponse>,
) => {
  const { id: group_id, import_id } = req.params as { id: string; import_id: string }
  const { counts } = await req.scope.resolve(CUSTOMER_GROUPS).retrieveImport(import_id, group_id)
  if (counts.guests) await requireMay(req, createCustomers)
  const input = { import_id, group_id, ...req.validatedBody, actor: actorOf(req) }
  await answerInTime(req, res, (operation_id) =>
    importMembersWorkflow(req.scope).run({ input: { ...input, operation_id } }),
  )
}
