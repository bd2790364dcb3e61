import { createWorkflow, transform } from "@medusajs/framework/workflows-sdk"
import { deleteCustomerGroupsWorkflow, emitEventStep, useQueryGraphStep } from "@medusajs/medusa/core-flows"
import { CustomerGroupsEvents, type GroupActor } from "../types"
import { recordOperationsStep } from "./steps/record-operations"

export interface DeleteGroupsWorkflowInput {
  ids: string[]
  /** Who does it, for the history. */
  actor?: GroupActor
}

/**
 * Deletes customer groups as Medusa does: they can be restored, their memberships are kept for that, and their customers
 * are not touched. Ids that do not exist, or are deleted already, are passed over.
 *
 * @example
 * await deleteGroupsWorkflow(container).run({ input: { ids: ["cusgroup_123"] } })
 *
 * @summary Delete customer groups.
 */
export const deleteGroupsWorkflow = createWorkflow("customer-groups-delete", (input: DeleteGroupsWorkflowInput) => {
  const { data: groups } = useQueryGraphStep({
    entity: "customer_group",
    fields: ["id", "name"],
    filters: { id: input.ids },
  })
  deleteCustomerGroupsWorkflow.runAsStep({ input: { ids: input.ids } })
  recordOperationsStep(
    transform({ input, groups }, ({ input: { actor }, groups: deleted }) => ({
      actor,
      operations: deleted.map(({ id, name }) => ({
        group_id: id,
        type: "delete" as const,
        status: "succeeded" as const,
        details: { name },
      })),
    })),
  )
  emitEventStep({
    eventName: CustomerGroupsEvents.GROUP_DELETED,
    data: transform(groups, (deleted) => deleted.map(({ id }) => ({ id }))),
  })
})
