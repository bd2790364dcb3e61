import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminGroupCriteriaResponse } from "../../../../../../types"
import { pauseGroupWorkflow } from "../../../../../../workflows"
import { actorOf } from "../../../../../utils/actor"

/** Stops evaluating the group; its members stay. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminGroupCriteriaResponse>) => {
  const { result: criteria } = await pauseGroupWorkflow(req.scope).run({
    input: { group_id: req.params.id as string, is_paused: true, actor: actorOf(req) },
  })
  res.json({ criteria })
}
