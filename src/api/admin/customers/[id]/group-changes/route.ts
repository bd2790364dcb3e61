import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../../modules/customer-groups"
import type { AdminCustomerGroupChangeListResponse } from "../../../../../types"

/** The groups that a customer joined and left. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, { limit: number; offset: number }>,
  res: MedusaResponse<AdminCustomerGroupChangeListResponse>,
) => {
  const page = req.validatedQuery
  const { known_since, ...found } = await req.scope
    .resolve(CUSTOMER_GROUPS)
    .listGroupChangesOfCustomer(req.params.id as string, page)
  res.json({ ...found, known_since: known_since?.toISOString() ?? null, offset: page.offset, limit: page.limit })
}
