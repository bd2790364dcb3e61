import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../../../../modules/customer-groups"
import type { AdminGroupImportProblemListResponse, Page } from "../../../../../../../types"

/** Rows of a file that are not applied, in its order. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, Page>,
  res: MedusaResponse<AdminGroupImportProblemListResponse>,
) => {
  const { id, import_id } = req.params as { id: string; import_id: string }
  const { limit, offset } = req.validatedQuery
  const groups = req.scope.resolve(CUSTOMER_GROUPS)
  await groups.retrieveImport(import_id, id)
  res.json({ ...(await groups.listImportProblems(import_id, { limit, offset })), offset, limit })
}
