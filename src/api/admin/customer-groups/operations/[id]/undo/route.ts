import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminGroupOperationResponse } from "../../../../../../types"
import { undoOperationWorkflow } from "../../../../../../workflows"
import { actorOf } from "../../../../../utils/actor"

/** Undoes an operation; answers the undo. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminGroupOperationResponse>) => {
  const { result: operation } = await undoOperationWorkflow(req.scope).run({
    input: { operation_id: req.params.id as string, actor: actorOf(req) },
  })
  res.json({ operation })
}
