import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { generateEntityId } from "@medusajs/framework/utils"
import { CUSTOMER_GROUPS } from "../../../../modules/customer-groups"
import type {
  AdminCreateAutomaticGroupBody,
  AdminCreateAutomaticGroupResponse,
  AdminGroupCriteria,
} from "../../../../types"
import { createAutomaticGroupWorkflow } from "../../../../workflows"
import { actorOf } from "../../../utils/actor"
import { evaluationInTime } from "../evaluation-in-time"

/**
 * Creates a group with criteria, and evaluates it. Answers 202 with the running operation if that takes long; should it
 * fail then, the group is gone again.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateAutomaticGroupBody>,
  res: MedusaResponse<AdminCreateAutomaticGroupResponse>,
) => {
  const actor = actorOf(req)
  // Known beforehand, so that the answer need not wait for the workflow.
  const id = generateEntityId(undefined, "cusgroup")
  const work = createAutomaticGroupWorkflow(req.scope).run({
    input: { ...req.validatedBody, id, created_by: actor.id, actor },
  })
  const { status, operation } = await evaluationInTime(
    req,
    id,
    work.then(({ result }) => result.operation),
  )
  const groups = req.scope.resolve(CUSTOMER_GROUPS)
  res.status(status).json({
    customer_group: await groups.retrieveGroupOverview(id),
    criteria: (await groups.retrieveCriteria(id)) as AdminGroupCriteria,
    operation,
  })
}
