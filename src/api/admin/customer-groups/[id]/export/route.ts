import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminExportGroupBody, AdminExportGroupResponse } from "../../../../../types"
import { exportMembersWorkflow } from "../../../../../workflows"
import { actorOf } from "../../../../utils/actor"

/** Writes the members into a file, in the background; a notification says when it is there. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminExportGroupBody>,
  res: MedusaResponse<AdminExportGroupResponse>,
) => {
  const group_id = req.params.id as string
  const { transaction } = await exportMembersWorkflow(req.scope).run({
    input: { group_id, ...req.validatedBody, actor: actorOf(req) },
  })
  res.status(202).json({ transaction_id: transaction.transactionId })
}
