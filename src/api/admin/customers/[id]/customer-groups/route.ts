import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { LinkMethodRequest } from "@medusajs/framework/types"
import { changeGroupsOfCustomerWorkflow } from "../../../../../workflows"
import { actorOf } from "../../../../utils/actor"
import { refetch } from "../../../../utils/refetch"

/** Medusa's own route: puts a customer into groups and takes them out of others. */
export const POST = async (req: AuthenticatedMedusaRequest<LinkMethodRequest>, res: MedusaResponse) => {
  const { id } = req.params as { id: string }
  const { add, remove } = req.validatedBody
  await changeGroupsOfCustomerWorkflow(req.scope).run({ input: { customer_id: id, add, remove, actor: actorOf(req) } })
  const customer = await refetch("customer", id, req.queryConfig.fields, req.scope)
  res.status(200).json({ customer })
}
