import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../../modules/customer-groups"
import type { AdminCustomerGroupMembershipListResponse } from "../../../../../types"

/** The groups of a customer, with source and since when. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, { limit: number; offset: number }>,
  res: MedusaResponse<AdminCustomerGroupMembershipListResponse>,
) => {
  const page = req.validatedQuery
  const found = await req.scope.resolve(CUSTOMER_GROUPS).listGroupMemberships(req.params.id as string, page)
  res.json({ ...found, offset: page.offset, limit: page.limit })
}
