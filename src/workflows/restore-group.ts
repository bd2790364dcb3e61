import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { CustomerGroupsEvents, type GroupActor } from "../types"
import { recordOperationsStep } from "./steps/record-operations"
import { restoreGroupStep } from "./steps/restore-group"

export interface RestoreGroupWorkflowInput {
  id: string
  /** Instead of the name it had, which another group may have by now. */
  name?: string
  /** Who does it, for the history. */
  actor?: GroupActor
}

/**
 * Restores a deleted customer group with its customers, criteria, exclusions and history. A group with criteria is evaluated
 * soon after.
 *
 * @example
 * await restoreGroupWorkflow(container).run({ input: { id: "cusgroup_123", name: "VIP 2026" } })
 *
 * @throws NOT_FOUND there is no such deleted group · INVALID_DATA the name is blank or too long · DUPLICATE_ERROR another
 * group has the name by now
 * @summary Restore a customer group.
 */
export const restoreGroupWorkflow = createWorkflow("customer-groups-restore", (input: RestoreGroupWorkflowInput) => {
  const names = restoreGroupStep(input)
  recordOperationsStep(
    transform({ input, names }, ({ input: { id, actor }, names: name }) => ({
      actor,
      operations: [
        {
          group_id: id,
          type: "restore" as const,
          status: "succeeded" as const,
          details: name.from === name.to ? null : { name },
        },
      ],
    })),
  )
  emitEventStep({ eventName: CustomerGroupsEvents.GROUP_RESTORED, data: transform(input, ({ id }) => ({ id })) })
  return new WorkflowResponse(transform({ input, names }, ({ input: { id }, names: { to } }) => ({ id, name: to })))
})
