import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { generateEntityId } from "@medusajs/framework/utils"
import { CUSTOMER_GROUPS } from "../../../../../modules/customer-groups"
import type { AdminDuplicateGroupBody, AdminDuplicateGroupResponse } from "../../../../../types"
import { duplicateGroupWorkflow } from "../../../../../workflows"
import { actorOf } from "../../../../utils/actor"
import { evaluationInTime } from "../../evaluation-in-time"

/**
 * Makes a group like this one. Answers 202 with the running operation if evaluating the copy takes long; should it fail
 * then, the copy is gone again.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminDuplicateGroupBody>,
  res: MedusaResponse<AdminDuplicateGroupResponse>,
) => {
  const actor = actorOf(req)
  // Known beforehand, so that the answer need not wait for the workflow.
  const id = generateEntityId(undefined, "cusgroup")
  const work = duplicateGroupWorkflow(req.scope).run({
    input: { ...req.validatedBody, group_id: req.params.id as string, id, created_by: actor.id, actor },
  })
  const { status, operation } = await evaluationInTime(
    req,
    id,
    work.then(({ result }) => result.operation ?? null),
  )
  res
    .status(status)
    .json({ customer_group: await req.scope.resolve(CUSTOMER_GROUPS).retrieveGroupOverview(id), operation })
}
