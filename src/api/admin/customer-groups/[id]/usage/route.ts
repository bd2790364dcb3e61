import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../../modules/customer-groups"
import type { AdminGroupUsageResponse } from "../../../../../types"

/** Price lists, single prices and promotions that have the group among their conditions. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminGroupUsageResponse>) => {
  const usage = await req.scope.resolve(CUSTOMER_GROUPS).retrieveUsage(req.params.id as string)
  res.json({ usage })
}
