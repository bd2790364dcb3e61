import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { RemoveCriteriaInput } from "../types"
import { removeCriteriaStep } from "./steps/remove-criteria"

/**
 * Makes an automatic group one whose members are picked by hand. Members by criteria stay as if picked by hand
 * (`keep`), or leave (`remove`).
 *
 * @example
 * await removeCriteriaWorkflow(container).run({ input: { group_id: "cusgroup_123", members: "keep" } })
 *
 * @throws NOT_FOUND the group does not exist · NOT_ALLOWED it has no criteria
 * @summary Remove the criteria of a customer group.
 */
export const removeCriteriaWorkflow = createWorkflow(
  "customer-groups-remove-criteria",
  (input: RemoveCriteriaInput) => {
    return new WorkflowResponse(removeCriteriaStep(input))
  },
)
