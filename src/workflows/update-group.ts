import type { UpdateCustomerGroupDTO } from "@medusajs/framework/types"
import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { describeFields, reversalOf } from "../modules/customer-groups/changes/undo-fields"
import { CustomerGroupsEvents, type GroupActor } from "../types"
import { recordOperationsStep } from "./steps/record-operations"
import { updateGroupStep } from "./steps/update-groups"
import { validateGroupNamesStep } from "./steps/validate-groups"

export interface UpdateGroupWorkflowInput {
  id: string
  /** A new name, and keys of the metadata to set; as in Medusa, a key with an empty text is taken away. */
  update: Pick<UpdateCustomerGroupDTO, "name" | "metadata">
  /** Who does it, for the history. */
  actor?: GroupActor
}

/**
 * Changes name and metadata of a customer group and writes into its history what changed. Answers the group, and the id of
 * the operation; null if nothing was to be changed.
 *
 * @example
 * await updateGroupWorkflow(container).run({ input: { id: "cusgroup_123", update: { name: "Gold" } } })
 *
 * @throws NOT_FOUND the group does not exist · INVALID_DATA the name is blank, longer than 255 characters, or taken
 * @summary Update a customer group.
 */
export const updateGroupWorkflow = createWorkflow("customer-groups-update", (input: UpdateGroupWorkflowInput) => {
  validateGroupNamesStep(
    transform(input, ({ update }) => ({ names: update.name === undefined ? [] : [{ name: update.name }] })),
  )
  const updated = updateGroupStep(input)
  const changes = transform(updated, ({ before, after }) => {
    const reversal = reversalOf(before, after)
    return { reversal, details: describeFields(reversal) }
  })
  const recorded = when("something-changed", changes, ({ details }) => Object.keys(details).length > 0).then(() => {
    const operationIds = recordOperationsStep(
      transform({ input, changes }, ({ input: { id, actor }, changes: said }) => ({
        actor,
        operations: [{ group_id: id, type: "update" as const, status: "succeeded" as const, ...said }],
      })),
    )
    emitEventStep({ eventName: CustomerGroupsEvents.GROUP_UPDATED, data: transform(input, ({ id }) => ({ id })) })
    return operationIds
  })
  const result = transform({ updated, recorded }, ({ updated: { after }, recorded: ids }) => ({
    ...after,
    operation_id: ids?.[0] ?? null,
  }))
  return new WorkflowResponse(result)
})
