import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminGroupOperationResponse } from "../../../../../../types"
import { decideHeldEvaluationWorkflow } from "../../../../../../workflows"
import { actorOf } from "../../../../../utils/actor"

/** Discards a held evaluation and pauses the group. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminGroupOperationResponse>) => {
  const { result: operation } = await decideHeldEvaluationWorkflow(req.scope).run({
    input: { operation_id: req.params.id as string, decision: "discard", actor: actorOf(req) },
  })
  res.json({ operation })
}
