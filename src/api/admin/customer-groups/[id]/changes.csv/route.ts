import { pipeline } from "node:stream/promises"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { writeCsv } from "../../../../../files"
import { CUSTOMER_GROUPS } from "../../../../../modules/customer-groups"
import type { AdminGroupChangesParams } from "../../../../../types"
import { whileConnected } from "../../../../utils/connection"
import { COLUMNS } from "./columns"

/** Who joined and left the group, as a file that is written while it is read. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminGroupChangesParams>,
  res: MedusaResponse<unknown>,
) => {
  const groupId = req.params.id as string
  const changes = await req.scope.resolve(CUSTOMER_GROUPS).readGroupChanges(groupId, req.validatedQuery)
  res.setHeader("content-type", "text/csv; charset=utf-8")
  res.setHeader("content-disposition", `attachment; filename="customer-group-changes.csv"`)
  await whileConnected(res, () => pipeline(writeCsv(changes, COLUMNS), res))
}
