import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"
import type { PauseGroupInput } from "../../types"
import { takeBackCriteria } from "../utils/take-back"

export interface PauseGroupStepInput extends PauseGroupInput {
  is_paused: boolean
}

/** Pauses or resumes the criteria of a group. */
export const pauseGroupStep = createStep(
  "customer-groups-pause-group",
  async ({ is_paused: isPaused, ...input }: PauseGroupStepInput, { container }) => {
    const groups = container.resolve(CUSTOMER_GROUPS)
    const before = await groups.retrieveCriteria(input.group_id)
    const { criteria, operation_id: operationId } = isPaused
      ? await groups.pauseGroup(input)
      : await groups.resumeGroup(input)
    return new StepResponse(criteria, { groupId: input.group_id, before, operationId })
  },
  // Paused or active as it was.
  takeBackCriteria,
)
