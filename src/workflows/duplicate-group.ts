import type { CustomerGroupDTO } from "@medusajs/framework/types"
import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { createCustomerGroupsWorkflow, emitEventStep } from "@medusajs/medusa/core-flows"
import { CustomerGroupsEvents, type DuplicateGroupInput } from "../types"
import { copyGroupStep } from "./steps/copy-group"
import { evaluateGroupStep } from "./steps/evaluate-group"
import { planCopyStep } from "./steps/plan-copy"
import { validateGroupNamesStep } from "./steps/validate-groups"

/**
 * Makes a group like another one, through Medusa's workflow: with its metadata, its criteria, stay and guard, its
 * exclusions, and, from now on, the customers who were picked by hand. An automatic copy is evaluated. If anything
 * fails, there is no copy.
 *
 * @example
 * const { result } = await duplicateGroupWorkflow(container).run({
 *   input: { group_id: "cusgroup_123", actor: { type: "user", id: "user_123" } },
 * })
 * result.customer_group // { id: "cusgroup_…", name: "VIP (copy)", … }
 * result.operation // the first evaluation of an automatic copy: { status: "succeeded", joined: 214, … }
 *
 * @throws NOT_FOUND the group does not exist · INVALID_DATA the name is blank, longer than 255 characters, or taken; or
 * naming the place in criteria that have become invalid · NOT_ALLOWED what customers have ordered is still being counted,
 * and the criteria ask for it
 * @summary Duplicate a customer group.
 */
export const duplicateGroupWorkflow = createWorkflow("customer-groups-duplicate", (input: DuplicateGroupInput) => {
  validateGroupNamesStep(transform(input, ({ name }) => ({ names: name === undefined ? [] : [{ name }] })))
  const planned = planCopyStep(input)
  const groups = createCustomerGroupsWorkflow.runAsStep({
    input: transform({ input, planned }, ({ input: { id, created_by }, planned: { name, metadata } }) => ({
      // Medusa's module takes an id, though its type does not say so.
      customersData: [
        { ...(id ? { id } : {}), name, metadata: metadata ?? undefined, created_by: created_by ?? undefined },
      ],
    })),
  })
  const customer_group = transform(groups, ([group]) => group as CustomerGroupDTO)
  const copied = copyGroupStep(
    transform({ input, customer_group }, ({ input: { group_id, actor }, customer_group: { id } }) => ({
      from_id: group_id,
      group_id: id,
      actor,
    })),
  )
  emitEventStep({
    eventName: CustomerGroupsEvents.GROUP_CREATED,
    data: transform(groups, (created) => created.map(({ id }) => ({ id }))),
  })
  const operation = when("the-copy-is-automatic", copied, ({ is_automatic }) => is_automatic).then(() =>
    evaluateGroupStep(
      transform({ input, customer_group }, ({ input: { actor }, customer_group: { id } }) => ({
        group_id: id,
        actor,
        reason: "criteria_changed" as const,
      })),
    ),
  )
  return new WorkflowResponse({ customer_group, operation })
})
