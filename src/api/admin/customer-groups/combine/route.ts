import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../modules/customer-groups"
import type {
  AdminCombineGroupsBody,
  AdminCombineGroupsResponse,
  AdminCountCombinedBody,
  AdminCountCombinedResponse,
} from "../../../../types"
import { combineGroupsWorkflow } from "../../../../workflows"
import { actorOf } from "../../../utils/actor"
import { requireMay } from "../../../utils/may"
import { resultInTime } from "../operation-in-time"
import { createGroups, updateGroups } from "../policies"

/**
 * Takes groups together into a new one (201), or into one that is there (200); 202 while that is still running. A dry run
 * answers how many customers result, and writes nothing.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCombineGroupsBody | AdminCountCombinedBody>,
  res: MedusaResponse<AdminCombineGroupsResponse | AdminCountCombinedResponse>,
) => {
  const groups = req.scope.resolve(CUSTOMER_GROUPS)
  const { how, group_ids } = req.validatedBody
  if ("dry_run" in req.validatedBody) {
    res.json({ count: await groups.countCombined({ how, group_ids }) })
    return
  }
  const { into } = req.validatedBody
  await requireMay(req, "group_id" in into ? updateGroups : createGroups)
  const actor = actorOf(req)
  const answer = await resultInTime(req, (operation_id) =>
    combineGroupsWorkflow(req.scope).run({
      input: { how, group_ids, into, operation_id, created_by: actor.id, actor },
    }),
  )
  const operation = answer.running ?? answer.result.operation
  const isNew = "name" in into
  res.status(answer.running ? 202 : isNew ? 201 : 200)
  res.json({
    ...(isNew ? { customer_group: await groups.retrieveGroupOverview(operation.group_id) } : {}),
    operation,
  })
}
