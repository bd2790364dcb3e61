import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminGroupCriteriaResponse } from "../../../../../types"
import { pauseGroupWorkflow } from "../../../../../workflows"
import { actorOf } from "../../../../utils/actor"

/** The handler of `pause` and `resume`. */
export const setPaused =
  (isPaused: boolean) => async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminGroupCriteriaResponse>) => {
    const { result: criteria } = await pauseGroupWorkflow(req.scope).run({
      input: { group_id: req.params.id as string, is_paused: isPaused, actor: actorOf(req) },
    })
    res.json({ criteria })
  }
