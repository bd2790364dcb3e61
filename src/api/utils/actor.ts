import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { ActorType, GroupActor } from "../../types"

/** Who sends the request, for the history. */
export const actorOf = (req: Pick<AuthenticatedMedusaRequest, "auth_context">): GroupActor => ({
  type: req.auth_context.actor_type as ActorType,
  id: req.auth_context.actor_id,
})
