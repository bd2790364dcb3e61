import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../../../../modules/customer-groups"
import type { AdminApplyGroupImportBody, AdminGroupOperationResponse } from "../../../../../../../types"
import { importMembersWorkflow } from "../../../../../../../workflows"
import { actorOf } from "../../../../../../utils/actor"
import { requireMay } from "../../../../../../utils/may"
import { createCustomers } from "../../../../policies"

/** Does what a file says, as one operation: once, and all of it or nothing. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminApplyGroupImportBody>,
  res: MedusaResponse<AdminGroupOperationResponse>,
) => {
  const { id: group_id, import_id } = req.params as { id: string; import_id: string }
  const { counts } = await req.scope.resolve(CUSTOMER_GROUPS).retrieveImport(import_id, group_id)
  if (counts.guests) await requireMay(req, createCustomers)
  const { result: operation } = await importMembersWorkflow(req.scope).run({
    input: { import_id, group_id, ...req.validatedBody, actor: actorOf(req) },
  })
  res.json({ operation })
}
