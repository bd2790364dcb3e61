import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../../modules/customer-groups"
import type {
  AdminChangeGroupMembersBody,
  AdminChangeGroupMembersResponse,
  AdminGroupMemberListParams,
  AdminGroupMemberListResponse,
  Page,
} from "../../../../../types"
import { changeMembersWorkflow } from "../../../../../workflows"
import { actorOf } from "../../../../utils/actor"

/** The customers in a group. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminGroupMemberListParams & Page>,
  res: MedusaResponse<AdminGroupMemberListResponse>,
) => {
  const params = req.validatedQuery
  const found = await req.scope.resolve(CUSTOMER_GROUPS).listMembers(req.params.id as string, params)
  res.json({ ...found, offset: params.offset, limit: params.limit })
}

/** Adds and removes customers, by id or all that match a filter. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminChangeGroupMembersBody>,
  res: MedusaResponse<AdminChangeGroupMembersResponse>,
) => {
  const { result: operation } = await changeMembersWorkflow(req.scope).run({
    input: { group_id: req.params.id as string, ...req.validatedBody, actor: actorOf(req) },
  })
  res.json({ operation })
}
