import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../../modules/customer-groups"
import type { AdminCriteriaCatalogueParams, AdminCriteriaTemplateListResponse } from "../../../../../types"

/** Criteria to begin with, in the store's default currency. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminCriteriaCatalogueParams>,
  res: MedusaResponse<AdminCriteriaTemplateListResponse>,
) => {
  const templates = await req.scope.resolve(CUSTOMER_GROUPS).listCriteriaTemplates(req.validatedQuery.language)
  res.json({ templates })
}
