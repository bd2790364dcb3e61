import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../../modules/customer-groups"
import type { AdminGroupOperationResponse } from "../../../../../types"

/** One entry of a group's history. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminGroupOperationResponse>) => {
  const operation = await req.scope.resolve(CUSTOMER_GROUPS).retrieveOperation(req.params.id as string)
  res.json({ operation })
}
