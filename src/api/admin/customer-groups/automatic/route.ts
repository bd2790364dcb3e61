import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../modules/customer-groups"
import type {
  AdminCreateAutomaticGroupBody,
  AdminCreateAutomaticGroupResponse,
  AdminGroupCriteria,
  GroupOperationDTO,
} from "../../../../types"
import { createAutomaticGroupWorkflow } from "../../../../workflows"
import { actorOf } from "../../../utils/actor"

/** Creates a group with criteria, and evaluates it. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateAutomaticGroupBody>,
  res: MedusaResponse<AdminCreateAutomaticGroupResponse>,
) => {
  const actor = actorOf(req)
  const { result } = await createAutomaticGroupWorkflow(req.scope).run({
    input: { ...req.validatedBody, created_by: actor.id, actor },
  })
  const groups = req.scope.resolve(CUSTOMER_GROUPS)
  const { id } = result.customer_group
  res.json({
    customer_group: await groups.retrieveGroupOverview(id),
    criteria: (await groups.retrieveCriteria(id)) as AdminGroupCriteria,
    operation: result.operation as GroupOperationDTO,
  })
}
