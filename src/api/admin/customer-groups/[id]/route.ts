import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminUpdateCustomerGroup } from "@medusajs/framework/types"
import { deleteGroupsWorkflow, updateGroupWorkflow } from "../../../../workflows"
import { actorOf } from "../../../utils/actor"
import { refetch } from "../../../utils/refetch"

/** Medusa's own route: changes name and metadata, of any JSON shape, and writes it into the history. */
export const POST = async (req: AuthenticatedMedusaRequest<AdminUpdateCustomerGroup>, res: MedusaResponse) => {
  const { id } = req.params as { id: string }
  await updateGroupWorkflow(req.scope).run({ input: { id, update: req.validatedBody, actor: actorOf(req) } })
  const customer_group = await refetch("customer_group", id, req.queryConfig.fields, req.scope)
  res.status(200).json({ customer_group })
}

/** Medusa's own route: deletes a group, and writes it into the history. */
export const DELETE = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { id } = req.params as { id: string }
  await deleteGroupsWorkflow(req.scope).run({ input: { ids: [id], actor: actorOf(req) } })
  res.status(200).json({ id, object: "customer_group", deleted: true })
}
