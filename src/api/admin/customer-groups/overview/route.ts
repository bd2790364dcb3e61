import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../modules/customer-groups"
import type { AdminGroupOverviewListParams, AdminGroupOverviewListResponse, Page } from "../../../../types"

/** Groups with kind, number of members, growth and use; never loads members. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminGroupOverviewListParams & Page>,
  res: MedusaResponse<AdminGroupOverviewListResponse>,
) => {
  const params = req.validatedQuery
  const { groups, count } = await req.scope.resolve(CUSTOMER_GROUPS).listGroupOverviews(params)
  res.json({ customer_groups: groups, count, offset: params.offset, limit: params.limit })
}
