import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../../modules/customer-groups"
import type {
  AdminExcludeCustomersBody,
  AdminGroupExclusionListResponse,
  AdminGroupOperationResponse,
  Page,
} from "../../../../../types"
import { excludeCustomersWorkflow } from "../../../../../workflows"
import { actorOf } from "../../../../utils/actor"

/** Customers who stay out of the group although its criteria match. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, Page>,
  res: MedusaResponse<AdminGroupExclusionListResponse>,
) => {
  const { limit, offset } = req.validatedQuery
  const found = await req.scope.resolve(CUSTOMER_GROUPS).listExclusions(req.params.id as string, { limit, offset })
  res.json({ ...found, offset, limit })
}

/** Takes customers out of the group, whoever put them there, and keeps them out. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminExcludeCustomersBody>,
  res: MedusaResponse<AdminGroupOperationResponse>,
) => {
  const { result: operation } = await excludeCustomersWorkflow(req.scope).run({
    input: { group_id: req.params.id as string, ...req.validatedBody, actor: actorOf(req) },
  })
  res.json({ operation })
}
