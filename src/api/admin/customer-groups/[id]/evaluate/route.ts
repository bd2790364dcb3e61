import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminGroupOperationResponse, GroupOperationDTO } from "../../../../../types"
import { evaluateGroupWorkflow } from "../../../../../workflows"
import { actorOf } from "../../../../utils/actor"

/** Brings the members of the group in line with its criteria. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminGroupOperationResponse>) => {
  const { result } = await evaluateGroupWorkflow(req.scope).run({
    input: { group_id: req.params.id as string, reason: "by_hand", actor: actorOf(req) },
  })
  // What a person has asked for is always written down.
  res.json({ operation: result as GroupOperationDTO })
}
