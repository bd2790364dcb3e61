import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { CustomerGroupsEvents, type UndoOperationInput } from "../types"
import { evaluateGroupStep } from "./steps/evaluate-group"
import { undoOperationStep } from "./steps/undo-operation"

/**
 * Undoes an operation on a customer group, also an old one: takes back what it did to members, exclusions, criteria, name
 * and metadata, and nothing else. Members come back with the source and the date they had. Customers whom somebody else
 * has moved since, and fields that somebody else has changed, stay as they are; the details of the operation say how many,
 * and by whom. An undo can be undone.
 *
 * @example
 * const { result: operation } = await undoOperationWorkflow(container).run({ input: { operation_id: "cgop_123" } })
 * operation.details // { undoes: "change_members", taken_back: 34, changed_since: 3, changed_by: [...], kept_fields: [] }
 *
 * @throws NOT_FOUND no such operation, or its group is deleted · NOT_ALLOWED it cannot be undone, is undone already, or
 * everything of it has been changed since · DUPLICATE_ERROR the name from before is taken
 * @summary Undo a change to a customer group.
 */
export const undoOperationWorkflow = createWorkflow("customer-groups-undo", (input: UndoOperationInput) => {
  const undone = undoOperationStep(input)
  when("criteria-are-others", undone, ({ hasOtherCriteria }) => hasOtherCriteria).then(() => {
    evaluateGroupStep(
      transform({ input, undone }, ({ input: { actor }, undone: { operation } }) => ({
        group_id: operation.group_id,
        reason: "criteria_changed" as const,
        part_of_id: operation.id,
        actor,
      })),
    )
  })
  const changesFields = (details: Record<string, unknown> | null) => Boolean(details?.name ?? details?.metadata)
  when("fields-are-others", undone, ({ operation }) => changesFields(operation.details)).then(() => {
    emitEventStep({
      eventName: CustomerGroupsEvents.GROUP_UPDATED,
      data: transform(undone, ({ operation }) => ({ id: operation.group_id })),
    })
  })
  return new WorkflowResponse(transform(undone, ({ operation }) => operation))
})
