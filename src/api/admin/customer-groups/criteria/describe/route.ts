import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../../modules/customer-groups"
import type { AdminDescribeCriteriaBody, AdminDescribeCriteriaResponse } from "../../../../../types"

/** Criteria as a sentence that a person reads, before they are saved. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminDescribeCriteriaBody>,
  res: MedusaResponse<AdminDescribeCriteriaResponse>,
) => {
  const { criteria, language } = req.validatedBody
  res.json({ sentence: await req.scope.resolve(CUSTOMER_GROUPS).describeCriteria(criteria, language) })
}
