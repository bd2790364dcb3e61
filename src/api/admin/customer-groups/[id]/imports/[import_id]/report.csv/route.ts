import { pipeline } from "node:stream/promises"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { writeCsv } from "../../../../../../../files"
import { CUSTOMER_GROUPS } from "../../../../../../../modules/customer-groups"
import { whileConnected } from "../../../../../../utils/connection"
import { COLUMNS } from "./columns"

/** All rows of a file that are not applied, each with the reason, as a file that is written while it is read. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse<unknown>) => {
  const { id, import_id } = req.params as { id: string; import_id: string }
  const groups = req.scope.resolve(CUSTOMER_GROUPS)
  await groups.retrieveImport(import_id, id)
  res.setHeader("content-type", "text/csv; charset=utf-8")
  res.setHeader("content-disposition", `attachment; filename="customer-group-import-problems.csv"`)
  await whileConnected(res, () => pipeline(writeCsv(groups.readImportProblems(import_id), COLUMNS), res))
}
