import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCreateCustomerGroup } from "@medusajs/framework/types"
import { createGroupsWorkflow } from "../../../workflows"
import { actorOf } from "../../utils/actor"
import { refetch } from "../../utils/refetch"

/** Medusa's own route: creates a group, and writes it into the history. */
export const POST = async (req: AuthenticatedMedusaRequest<AdminCreateCustomerGroup>, res: MedusaResponse) => {
  const actor = actorOf(req)
  const { result } = await createGroupsWorkflow(req.scope).run({
    input: { groups: [{ ...req.validatedBody, created_by: actor.id ?? undefined }], actor },
  })
  const customer_group = await refetch("customer_group", result[0]!.id, req.queryConfig.fields, req.scope)
  res.status(200).json({ customer_group })
}
