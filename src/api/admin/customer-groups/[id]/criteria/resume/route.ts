import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminGroupCriteriaResponse } from "../../../../../../types"
import { pauseGroupWorkflow } from "../../../../../../workflows"
import { actorOf } from "../../../../../utils/actor"

/** Evaluates the group again from now on. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminGroupCriteriaResponse>) => {
  const { result: criteria } = await pauseGroupWorkflow(req.scope).run({
    input: { group_id: req.params.id as string, is_paused: false, actor: actorOf(req) },
  })
  res.json({ criteria })
}
