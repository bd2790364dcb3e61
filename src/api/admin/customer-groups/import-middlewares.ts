import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody, validateQuery } from "../../utils/validate"
import { readCustomers, updateGroups } from "./policies"
import { ApplyImportBody, GetImportParams, GetPageParams, NoParams } from "./validators"

const IMPORT = "/admin/customer-groups/:id/imports/:import_id"

/** Who imports sees which customers the shop has. */
const policies = [updateGroups, readCustomers]

export const importMiddlewares: MiddlewareRoute[] = [
  {
    method: ["POST"],
    matcher: "/admin/customer-groups/:id/import",
    bodyParser: false,
    middlewares: [validateQuery(GetImportParams)],
    policies,
  },
  { method: ["GET"], matcher: IMPORT, middlewares: [validateQuery(NoParams)], policies },
  { method: ["GET"], matcher: `${IMPORT}/problems`, middlewares: [validateQuery(GetPageParams)], policies },
  { method: ["GET"], matcher: `${IMPORT}/report.csv`, middlewares: [validateQuery(NoParams)], policies },
  { method: ["POST"], matcher: `${IMPORT}/apply`, middlewares: [validateBody(ApplyImportBody)], policies },
]
