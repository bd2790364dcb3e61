import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../../../../modules/customer-groups"
import type { AdminMatchCriteriaValuesBody, AdminMatchCriteriaValuesResponse } from "../../../../../../../types"
import { requireMay } from "../../../../../../utils/may"
import { readCustomers } from "../../../../policies"

/** Which values of the shop are meant by names that somebody has pasted or typed. Changes nothing. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminMatchCriteriaValuesBody>,
  res: MedusaResponse<AdminMatchCriteriaValuesResponse>,
) => {
  const groups = req.scope.resolve(CUSTOMER_GROUPS)
  const input = { ...req.validatedBody, attribute: req.params.attribute as string }
  if (groups.hasPersonalValues(input)) await requireMay(req, readCustomers)
  res.json({ matches: await groups.matchCriteriaValues(input) })
}
