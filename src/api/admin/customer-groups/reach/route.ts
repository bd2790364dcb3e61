import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../modules/customer-groups"
import type { AdminGroupReachBody, AdminGroupReachResponse } from "../../../../types"

/** How many customers several groups reach together, each counted once. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminGroupReachBody>,
  res: MedusaResponse<AdminGroupReachResponse>,
) => {
  const reach = await req.scope.resolve(CUSTOMER_GROUPS).retrieveReach(req.validatedBody.group_ids)
  res.json({ reach })
}
