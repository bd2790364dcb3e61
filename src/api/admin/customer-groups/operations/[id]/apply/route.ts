import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminGroupOperationResponse } from "../../../../../../types"
import { decideHeldEvaluationWorkflow } from "../../../../../../workflows"
import { actorOf } from "../../../../../utils/actor"

/** Applies a held evaluation, worked out afresh; held again if it has grown by more than a tenth. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminGroupOperationResponse>) => {
  const { result: operation } = await decideHeldEvaluationWorkflow(req.scope).run({
    input: { operation_id: req.params.id as string, decision: "apply", actor: actorOf(req) },
  })
  res.json({ operation })
}
