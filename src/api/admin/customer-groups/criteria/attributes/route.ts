import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../../modules/customer-groups"
import type { AdminCriteriaAttributeListResponse, AdminCriteriaCatalogueParams } from "../../../../../types"

/** Everything known of a customer that a condition can test. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminCriteriaCatalogueParams>,
  res: MedusaResponse<AdminCriteriaAttributeListResponse>,
) => {
  const attributes = req.scope.resolve(CUSTOMER_GROUPS).listCriteriaAttributes(req.validatedQuery.language)
  res.json({ attributes })
}
