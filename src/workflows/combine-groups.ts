import type { CustomerGroupDTO } from "@medusajs/framework/types"
import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { CombineGroupsInput } from "../types"
import { createGroupsWorkflow } from "./create-groups"
import { checkCombineStep } from "./steps/check-combine"
import { combineGroupsStep } from "./steps/combine-groups"

/**
 * Takes groups together: who is in at least one of them (`union`), in all of them (`intersection`), or in the first and in
 * none of the others (`difference`) becomes a member by hand of a new group, or of one that is there. That one keeps
 * everybody it has, and may be one of the groups. If anything fails, there is no new group.
 *
 * @example
 * const { result } = await combineGroupsWorkflow(container).run({
 *   input: { how: "intersection", group_ids: ["cusgroup_1", "cusgroup_2"], into: { name: "Loyal and wholesale" } },
 * })
 * result.customer_group // { id: "cusgroup_…", name: "Loyal and wholesale", … }; none for `into: { group_id }`
 * result.operation // { type: "combine", status: "succeeded", joined: 214, … }
 *
 * @throws NOT_FOUND one of the groups does not exist · INVALID_DATA naming the field: too few or too many groups, one of
 * them twice; the name is blank, longer than 255 characters, or taken
 * @summary Combine customer groups.
 */
export const combineGroupsWorkflow = createWorkflow("customer-groups-combine", (input: CombineGroupsInput) => {
  checkCombineStep(input)
  const created = when("into-a-new-group", input, ({ into }) => "name" in into).then(() =>
    createGroupsWorkflow.runAsStep({
      input: transform(input, ({ into, created_by, actor }) => {
        const { name, metadata } = into as Extract<CombineGroupsInput["into"], { name: string }>
        return { groups: [{ name, metadata: metadata ?? undefined, created_by: created_by ?? undefined }], actor }
      }),
    }),
  )
  const customer_group = transform({ created }, ({ created: groups }) => groups?.[0] as CustomerGroupDTO | undefined)
  const operation = combineGroupsStep(
    transform(
      { input, customer_group },
      ({ input: { how, group_ids, into, operation_id, actor }, customer_group: group }) => ({
        how,
        group_ids,
        operation_id,
        actor,
        ...("group_id" in into ? { group_id: into.group_id } : { group_id: group!.id, is_new: true }),
      }),
    ),
  )
  return new WorkflowResponse({ customer_group, operation })
})
