import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../../../modules/customer-groups"
import type { AdminGroupImportResponse } from "../../../../../../types"

/** A file that was read in, and what would come of it. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminGroupImportResponse>) => {
  const { id, import_id } = req.params as { id: string; import_id: string }
  res.json({ import: await req.scope.resolve(CUSTOMER_GROUPS).retrieveImport(import_id, id) })
}
