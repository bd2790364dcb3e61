import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { pauseGroupStep, type PauseGroupStepInput } from "./steps/pause-group"

/**
 * Pauses an automatic group, or resumes it. A paused group keeps its members and is not evaluated.
 *
 * @example
 * await pauseGroupWorkflow(container).run({ input: { group_id: "cusgroup_123", is_paused: true } })
 *
 * @throws NOT_FOUND the group does not exist · NOT_ALLOWED it has no criteria
 * @summary Pause or resume a customer group.
 */
export const pauseGroupWorkflow = createWorkflow("customer-groups-pause", (input: PauseGroupStepInput) => {
  return new WorkflowResponse(pauseGroupStep(input))
})
