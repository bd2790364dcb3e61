import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { LinkMethodRequest } from "@medusajs/framework/types"
import { changeMembersWorkflow } from "../../../../../workflows"
import { actorOf } from "../../../../utils/actor"
import { refetch } from "../../../../utils/refetch"

/** Medusa's own route: adds and removes customers, without making anybody a member twice. */
export const POST = async (req: AuthenticatedMedusaRequest<LinkMethodRequest>, res: MedusaResponse) => {
  const { id } = req.params as { id: string }
  const { add, remove } = req.validatedBody
  await changeMembersWorkflow(req.scope).run({
    input: {
      group_id: id,
      add: add?.length ? { ids: add } : undefined,
      remove: remove?.length ? { ids: remove } : undefined,
      actor: actorOf(req),
    },
  })
  const customer_group = await refetch("customer_group", id, req.queryConfig.fields, req.scope)
  res.status(200).json({ customer_group })
}
