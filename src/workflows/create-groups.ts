import type { CreateCustomerGroupDTO } from "@medusajs/framework/types"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { createCustomerGroupsWorkflow, emitEventStep } from "@medusajs/medusa/core-flows"
import { CustomerGroupsEvents, type GroupActor } from "../types"
import { recordOperationsStep } from "./steps/record-operations"
import { validateGroupNamesStep } from "./steps/validate-groups"

export interface CreateGroupsWorkflowInput {
  groups: CreateCustomerGroupDTO[]
  /** Who does it, for the history. */
  actor?: GroupActor
}

/**
 * Creates customer groups and writes it into their history. If anything fails, none is created.
 *
 * @example
 * const { result } = await createGroupsWorkflow(container).run({
 *   input: { groups: [{ name: "VIP", metadata: { tier: "gold" } }], actor: { type: "user", id: "user_123" } },
 * })
 * result // [{ id: "cusgroup_…", name: "VIP", … }]
 *
 * @throws INVALID_DATA a name is missing, blank, longer than 255 characters, or taken
 * @summary Create customer groups.
 */
export const createGroupsWorkflow = createWorkflow("customer-groups-create", (input: CreateGroupsWorkflowInput) => {
  validateGroupNamesStep(
    transform(input, ({ groups }) => ({
      names: groups.map(({ name }, index) => ({ name, path: groups.length > 1 ? `groups[${index}].name` : "name" })),
    })),
  )
  const groups = createCustomerGroupsWorkflow.runAsStep({
    input: transform(input, ({ groups: customersData }) => ({ customersData })),
  })
  recordOperationsStep(
    transform({ input, groups }, ({ input: { actor }, groups: created }) => ({
      actor,
      operations: created.map(({ id, name }) => ({
        group_id: id,
        type: "create" as const,
        status: "succeeded" as const,
        details: { name },
      })),
    })),
  )
  emitEventStep({
    eventName: CustomerGroupsEvents.GROUP_CREATED,
    data: transform(groups, (created) => created.map(({ id }) => ({ id }))),
  })
  return new WorkflowResponse(groups)
})
