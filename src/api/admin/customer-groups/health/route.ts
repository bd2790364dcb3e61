import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../modules/customer-groups"
import type { AdminCustomerGroupsHealthResponse } from "../../../../types"

/** How the work in the background does, for monitoring. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminCustomerGroupsHealthResponse>) => {
  const health = await req.scope.resolve(CUSTOMER_GROUPS).retrieveHealth()
  res.json({ health })
}
