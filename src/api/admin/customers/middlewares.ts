import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateQuery } from "../../utils/validate"
import { readCustomers, readGroups, updateGroups } from "../customer-groups/policies"
import { GetPageParams } from "../customer-groups/validators"
import { GetGroupMembershipsParams } from "./validators"

export const customerMiddlewares: MiddlewareRoute[] = [
  { method: ["POST"], matcher: "/admin/customers/:id/customer-groups", policies: [updateGroups] },
  {
    method: ["GET"],
    matcher: "/admin/customers/:id/group-memberships",
    middlewares: [validateQuery(GetGroupMembershipsParams)],
    policies: [readGroups, readCustomers],
  },
  {
    method: ["GET"],
    matcher: "/admin/customers/:id/group-changes",
    middlewares: [validateQuery(GetPageParams)],
    policies: [readGroups, readCustomers],
  },
]
