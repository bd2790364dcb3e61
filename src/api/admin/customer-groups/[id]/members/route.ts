import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CUSTOMER_GROUPS } from "../../../../../modules/customer-groups"
import type {
  AdminChangeGroupMembersBody,
  AdminChangeGroupMembersResponse,
  AdminGroupMemberListParams,
  AdminGroupMemberListResponse,
  AdminPastGroupMemberListResponse,
  Page,
} from "../../../../../types"
import { changeMembersWorkflow } from "../../../../../workflows"
import { actorOf } from "../../../../utils/actor"
import { answerInTime } from "../../operation-in-time"

/** The customers in a group: now, or at a moment of the past. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminGroupMemberListParams & Page & { at?: string }>,
  res: MedusaResponse<AdminGroupMemberListResponse | AdminPastGroupMemberListResponse>,
) => {
  const { at, ...params } = req.validatedQuery
  const groupId = req.params.id as string
  const groups = req.scope.resolve(CUSTOMER_GROUPS)
  const page = { offset: params.offset, limit: params.limit }
  if (at === undefined) {
    res.json({ ...(await groups.listMembers(groupId, params)), ...page })
    return
  }
  const past = await groups.listPastMembers(groupId, { at, ...params })
  res.json({ ...past, at: past.at.toISOString(), known_since: past.known_since.toISOString(), ...page })
}

/** Adds and removes customers, by id or all that match a filter. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminChangeGroupMembersBody>,
  res: MedusaResponse<AdminChangeGroupMembersResponse>,
) => {
  const input = { group_id: req.params.id as string, ...req.validatedBody, actor: actorOf(req) }
  await answerInTime(req, res, (operation_id) =>
    changeMembersWorkflow(req.scope).run({ input: { ...input, operation_id } }),
  )
}
