import type { CustomerGroupDTO } from "@medusajs/framework/types"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { CreateAutomaticGroupInput } from "../types"
import { createGroupsWorkflow } from "./create-groups"
import { setCriteriaWorkflow } from "./set-criteria"
import { validateCriteriaStep } from "./steps/validate-criteria"

/**
 * Creates a customer group that fills itself: through Medusa's workflow, with criteria, and evaluated. If anything fails,
 * there is no group; criteria that are wrong are refused before anything is written.
 *
 * @example
 * const { result } = await createAutomaticGroupWorkflow(container).run({
 *   input: {
 *     name: "VIP",
 *     criteria: { all: [{ attribute: "total_spent", operator: "gt", value: 1000, currency_code: "eur" }] },
 *     actor: { type: "user", id: "user_123" },
 *   },
 * })
 * result.customer_group // { id: "cusgroup_…", name: "VIP", … }
 * result.operation // the first evaluation: { status: "succeeded", joined: 214, … }
 *
 * @throws INVALID_DATA the name is blank, longer than 255 characters, or taken; or naming the place in the criteria ·
 * NOT_ALLOWED what customers have ordered is still being counted, and the criteria ask for it
 * @summary Create an automatic customer group.
 */
export const createAutomaticGroupWorkflow = createWorkflow(
  "customer-groups-create-automatic",
  (input: CreateAutomaticGroupInput) => {
    validateCriteriaStep(transform(input, ({ criteria, stay, guard }) => ({ criteria, stay, guard })))
    const groups = createGroupsWorkflow.runAsStep({
      input: transform(input, ({ id, name, metadata, created_by, actor }) => ({
        // Medusa's module takes an id, though its type does not say so.
        groups: [{ ...(id ? { id } : {}), name, metadata: metadata ?? undefined, created_by: created_by ?? undefined }],
        actor,
      })),
    })
    const customer_group = transform(groups, ([group]) => group as CustomerGroupDTO)
    const { operation } = setCriteriaWorkflow.runAsStep({
      input: transform(
        { input, customer_group },
        ({ input: { criteria, stay, guard, tell_customers, actor }, customer_group: { id } }) => ({
          group_id: id,
          criteria,
          stay,
          guard,
          tell_customers,
          actor,
        }),
      ),
    })
    return new WorkflowResponse({ customer_group, operation })
  },
)
