import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminGroupOperationResponse } from "../../../../../../types"
import { liftExclusionWorkflow } from "../../../../../../workflows"
import { actorOf } from "../../../../../utils/actor"

/** Lifts an exclusion; who matches the criteria is in again at once. */
export const DELETE = async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminGroupOperationResponse>) => {
  const { id, customer_id } = req.params as { id: string; customer_id: string }
  const { result: operation } = await liftExclusionWorkflow(req.scope).run({
    input: { group_id: id, customer_id, actor: actorOf(req) },
  })
  res.json({ operation })
}
