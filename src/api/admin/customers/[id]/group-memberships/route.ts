import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../../modules/customer-groups"
import type {
  AdminCustomerGroupMembershipListParams,
  AdminCustomerGroupMembershipListResponse,
  Page,
} from "../../../../../types"
import { may } from "../../../../utils/may"
import { readOrders } from "../../../customer-groups/policies"

/** Groups, and why a customer is in them or what is missing. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminCustomerGroupMembershipListParams & Page>,
  res: MedusaResponse<AdminCustomerGroupMembershipListResponse>,
) => {
  const params = req.validatedQuery
  const found = await req.scope
    .resolve(CUSTOMER_GROUPS)
    .listGroupMemberships(req.params.id as string, { ...params, may_see_orders: await may(req, readOrders) })
  res.json({ ...found, offset: params.offset, limit: params.limit })
}
