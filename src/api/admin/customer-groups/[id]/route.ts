import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminUpdateCustomerGroup } from "@medusajs/framework/types"
import { OPERATION_HEADER } from "../../../../types"
import { deleteGroupsWorkflow, updateGroupWorkflow } from "../../../../workflows"
import { actorOf } from "../../../utils/actor"
import { refetch } from "../../../utils/refetch"

/**
 * Medusa's own route: changes name and metadata, of any JSON shape, and writes it into the history. The body is Medusa's; a
 * header says the operation, if there was anything to change.
 */
export const POST = async (req: AuthenticatedMedusaRequest<AdminUpdateCustomerGroup>, res: MedusaResponse) => {
  const { id } = req.params as { id: string }
  const { result } = await updateGroupWorkflow(req.scope).run({
    input: { id, update: req.validatedBody, actor: actorOf(req) },
  })
  const customer_group = await refetch("customer_group", id, req.queryConfig.fields, req.scope)
  // A dashboard on another origin reads only what is exposed.
  if (result.operation_id)
    res.set({ [OPERATION_HEADER]: result.operation_id, "access-control-expose-headers": OPERATION_HEADER })
  res.status(200).json({ customer_group })
}

/** Medusa's own route: deletes a group, and writes it into the history. */
export const DELETE = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { id } = req.params as { id: string }
  await deleteGroupsWorkflow(req.scope).run({ input: { ids: [id], actor: actorOf(req) } })
  res.status(200).json({ id, object: "customer_group", deleted: true })
}
