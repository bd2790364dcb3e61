import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { ExcludeCustomersInput } from "../types"
import { excludeCustomersStep } from "./steps/exclude-customers"

/**
 * Takes customers out of an automatic group, whoever put them there, and keeps them out although its criteria match:
 * until a moment, or for good. They need not be members. An exclusion that stands is replaced.
 *
 * @example
 * const { result: operation } = await excludeCustomersWorkflow(container).run({
 *   input: { group_id: "cusgroup_123", ids: ["cus_1"], reason: "Returns everything", until: "2027-01-01" },
 * })
 * operation // { type: "exclude", left: 1, details: { excluded: 1, reason: "Returns everything", … }, … }
 *
 * @throws NOT_FOUND the group or some of the customers do not exist · NOT_ALLOWED the group has no criteria ·
 * INVALID_DATA no or too many ids, a reason over 255 characters, an end that is over
 * @summary Exclude customers from a customer group.
 */
export const excludeCustomersWorkflow = createWorkflow(
  "customer-groups-exclude-customers",
  (input: ExcludeCustomersInput) => {
    return new WorkflowResponse(excludeCustomersStep(input))
  },
)
