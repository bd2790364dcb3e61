import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminMoveMembersBody, AdminMoveMembersResponse } from "../../../../../types"
import { moveMembersWorkflow } from "../../../../../workflows"
import { actorOf } from "../../../../utils/actor"
import { resultInTime } from "../../operation-in-time"

/** Moves members to another group, by id or all that match a filter; 202 with the operation that still runs. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminMoveMembersBody>,
  res: MedusaResponse<AdminMoveMembersResponse>,
) => {
  const input = { group_id: req.params.id as string, ...req.validatedBody, actor: actorOf(req) }
  const answer = await resultInTime(req, (operation_id) =>
    moveMembersWorkflow(req.scope).run({ input: { ...input, operation_id } }),
  )
  if (answer.running) res.status(202).json({ operations: [answer.running] })
  else res.json({ operations: answer.result })
}
