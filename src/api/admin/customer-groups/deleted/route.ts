import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../modules/customer-groups"
import type { AdminDeletedGroupListParams, AdminDeletedGroupListResponse, Page } from "../../../../types"

/** Groups that are deleted and can still be restored. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminDeletedGroupListParams & Page>,
  res: MedusaResponse<AdminDeletedGroupListResponse>,
) => {
  const params = req.validatedQuery
  const { groups, count } = await req.scope.resolve(CUSTOMER_GROUPS).listDeletedGroups(params)
  res.json({ customer_groups: groups, count, offset: params.offset, limit: params.limit })
}
