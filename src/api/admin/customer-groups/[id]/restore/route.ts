import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../../modules/customer-groups"
import type { AdminGroupDetailsResponse, AdminRestoreGroupBody } from "../../../../../types"
import { restoreGroupWorkflow } from "../../../../../workflows"
import { actorOf } from "../../../../utils/actor"

/** Restores a deleted group, under another name if one is given. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminRestoreGroupBody>,
  res: MedusaResponse<AdminGroupDetailsResponse>,
) => {
  const { id } = req.params as { id: string }
  await restoreGroupWorkflow(req.scope).run({ input: { id, ...req.validatedBody, actor: actorOf(req) } })
  res.json({ customer_group: await req.scope.resolve(CUSTOMER_GROUPS).retrieveGroupOverview(id) })
}
