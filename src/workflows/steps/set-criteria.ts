import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"
import type { SetCriteriaInput } from "../../types"
import { takeBackCriteria } from "../utils/take-back"

/** Writes the criteria of a group; members change when it is evaluated. Answers the id of the operation. */
export const setCriteriaStep = createStep(
  "customer-groups-set-criteria",
  async (input: SetCriteriaInput, { container }) => {
    const groups = container.resolve(CUSTOMER_GROUPS)
    const before = await groups.retrieveCriteria(input.group_id)
    const { operation_id: operationId } = await groups.setCriteria(input)
    return new StepResponse(operationId, { groupId: input.group_id, before, operationId })
  },
  // The group has the criteria from before, or none; members by them are what the evaluation's own step takes back.
  takeBackCriteria,
)
