import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../../modules/customer-groups"
import type { AdminGroupOperationListParams, AdminGroupOperationListResponse, Page } from "../../../../../types"

/** What was done to a group, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminGroupOperationListParams & Page>,
  res: MedusaResponse<AdminGroupOperationListResponse>,
) => {
  const params = req.validatedQuery
  const found = await req.scope.resolve(CUSTOMER_GROUPS).listOperations(req.params.id as string, params)
  res.json({ ...found, offset: params.offset, limit: params.limit })
}
