import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../../../../modules/customer-groups"
import type { AdminCriteriaValueListParams, AdminCriteriaValueListResponse } from "../../../../../../../types"
import { requireMay } from "../../../../../../utils/may"
import { listed } from "../../../../../../utils/schemas"
import { readCustomers } from "../../../../policies"

type Params = Omit<AdminCriteriaValueListParams, "limit"> & { limit?: number }

/** Values that a condition of the attribute can compare with, or that one of its parameters can be. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, Params>,
  res: MedusaResponse<AdminCriteriaValueListResponse>,
) => {
  const groups = req.scope.resolve(CUSTOMER_GROUPS)
  const { value, key_path, ...params } = req.validatedQuery
  const input = {
    ...params,
    attribute: req.params.attribute as string,
    values: listed(value),
    key_path: listed(key_path),
  }
  if (groups.hasPersonalValues(input)) await requireMay(req, readCustomers)
  res.json({ values: await groups.listCriteriaValues(input) })
}
