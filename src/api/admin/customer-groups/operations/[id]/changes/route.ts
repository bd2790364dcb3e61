import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../../../modules/customer-groups"
import type { AdminMembershipChangeListResponse } from "../../../../../../types"

/** The customers that an entry of the history moved. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, { limit: number; offset: number }>,
  res: MedusaResponse<AdminMembershipChangeListResponse>,
) => {
  const page = req.validatedQuery
  const found = await req.scope.resolve(CUSTOMER_GROUPS).listOperationChanges(req.params.id as string, page)
  res.json({ ...found, offset: page.offset, limit: page.limit })
}
