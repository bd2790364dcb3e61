import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../../modules/customer-groups"
import type { AdminGroupDetailsResponse } from "../../../../../types"

/** One group with all that its page shows of it. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminGroupDetailsResponse>) => {
  const customer_group = await req.scope.resolve(CUSTOMER_GROUPS).retrieveGroupOverview(req.params.id as string)
  res.json({ customer_group })
}
