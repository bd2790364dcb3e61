import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../../modules/customer-groups"
import type { AdminGroupCandidateListParams, AdminGroupCandidateListResponse, Page } from "../../../../../types"

/** All customers of the shop, each with whether they are in the group. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminGroupCandidateListParams & Page>,
  res: MedusaResponse<AdminGroupCandidateListResponse>,
) => {
  const params = req.validatedQuery
  const found = await req.scope.resolve(CUSTOMER_GROUPS).listCandidates(req.params.id as string, params)
  res.json({ ...found, offset: params.offset, limit: params.limit })
}
