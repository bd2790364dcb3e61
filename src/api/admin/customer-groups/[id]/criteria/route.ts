import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../../modules/customer-groups"
import type {
  AdminCriteriaCatalogueParams,
  AdminGroupCriteriaDetailsResponse,
  AdminGroupOperationResponse,
  AdminSetGroupCriteriaBody,
  AdminSetGroupCriteriaResponse,
} from "../../../../../types"
import { removeCriteriaWorkflow, setCriteriaWorkflow } from "../../../../../workflows"
import { actorOf } from "../../../../utils/actor"
import { evaluationInTime } from "../../evaluation-in-time"

/** What makes the group automatic, in words too; null if its members are picked by hand. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminCriteriaCatalogueParams>,
  res: MedusaResponse<AdminGroupCriteriaDetailsResponse>,
) => {
  const groups = req.scope.resolve(CUSTOMER_GROUPS)
  res.json(await groups.retrieveCriteriaDetails(req.params.id as string, req.validatedQuery.language))
}

/**
 * Makes the group automatic, or changes its criteria, and brings its members in line. Answers 202 with the running
 * operation if that takes long; should it fail then, the criteria are as before.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminSetGroupCriteriaBody>,
  res: MedusaResponse<AdminSetGroupCriteriaResponse>,
) => {
  const id = req.params.id as string
  const work = setCriteriaWorkflow(req.scope).run({
    input: { group_id: id, ...req.validatedBody, actor: actorOf(req) },
  })
  const { status, operation } = await evaluationInTime(
    req,
    id,
    work.then(({ result }) => result.operation),
  )
  const criteria = await req.scope.resolve(CUSTOMER_GROUPS).retrieveCriteria(id)
  res.status(status).json({ criteria, operation })
}

/** Takes the criteria away; members by criteria stay as if picked by hand, or leave. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest<unknown, { members: "keep" | "remove" }>,
  res: MedusaResponse<AdminGroupOperationResponse>,
) => {
  const { result: operation } = await removeCriteriaWorkflow(req.scope).run({
    input: { group_id: req.params.id as string, members: req.validatedQuery.members, actor: actorOf(req) },
  })
  res.json({ operation })
}
