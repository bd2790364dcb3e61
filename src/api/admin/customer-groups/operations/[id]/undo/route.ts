import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminGroupOperationResponse } from "../../../../../../types"
import { undoOperationWorkflow } from "../../../../../../workflows"
import { actorOf } from "../../../../../utils/actor"
import { answerInTime } from "../../../operation-in-time"

/** Undoes an operation; answers the undo. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminGroupOperationResponse>) => {
  const input = { operation_id: req.params.id as string, actor: actorOf(req) }
  await answerInTime(req, res, (undo_id) => undoOperationWorkflow(req.scope).run({ input: { ...input, undo_id } }))
}
