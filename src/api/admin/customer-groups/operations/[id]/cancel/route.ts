import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminGroupOperationResponse } from "../../../../../../types"
import { cancelOperationWorkflow } from "../../../../../../workflows"

/** Ends long work while it runs; nothing of it stands. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminGroupOperationResponse>) => {
  const { result: operation } = await cancelOperationWorkflow(req.scope).run({
    input: { operation_id: req.params.id as string },
  })
  res.json({ operation })
}
