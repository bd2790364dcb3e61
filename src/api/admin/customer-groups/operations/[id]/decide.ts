import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminGroupOperationResponse } from "../../../../../types"
import { decideHeldEvaluationWorkflow } from "../../../../../workflows"
import { actorOf } from "../../../../utils/actor"

/** The handler of `apply` and `discard`. */
export const decide =
  (decision: "apply" | "discard") =>
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminGroupOperationResponse>) => {
    const { result: operation } = await decideHeldEvaluationWorkflow(req.scope).run({
      input: { operation_id: req.params.id as string, decision, actor: actorOf(req) },
    })
    res.json({ operation })
  }
