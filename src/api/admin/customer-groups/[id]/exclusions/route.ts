import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../../modules/customer-groups"
import type { AdminGroupExclusionListResponse, Page } from "../../../../../types"

/** Customers who stay out of the group although its criteria match. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, Page>,
  res: MedusaResponse<AdminGroupExclusionListResponse>,
) => {
  const { limit, offset } = req.validatedQuery
  const found = await req.scope.resolve(CUSTOMER_GROUPS).listExclusions(req.params.id as string, { limit, offset })
  res.json({ ...found, offset, limit })
}
