import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminGroupOperation, AdminGroupOperationResponse } from "../../../../../types"
import { evaluateGroupWorkflow } from "../../../../../workflows"
import { actorOf } from "../../../../utils/actor"
import { evaluationInTime } from "../../evaluation-in-time"

/** Brings the members of the group in line with its criteria. Answers 202 with the running operation if that takes long. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminGroupOperationResponse>) => {
  const id = req.params.id as string
  const work = evaluateGroupWorkflow(req.scope).run({ input: { group_id: id, reason: "by_hand", actor: actorOf(req) } })
  const { status, operation } = await evaluationInTime(
    req,
    id,
    // What a person has asked for is always written down.
    work.then(({ result }) => result as AdminGroupOperation),
  )
  res.status(status).json({ operation })
}
