import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"
import type { RemoveCriteriaInput } from "../../types"
import { takeBackCriteria } from "../utils/take-back"

/** Makes an automatic group one whose members are picked by hand. */
export const removeCriteriaStep = createStep(
  "customer-groups-remove-criteria",
  async (input: RemoveCriteriaInput, { container }) => {
    const groups = container.resolve(CUSTOMER_GROUPS)
    const before = await groups.retrieveCriteria(input.group_id)
    const operation = await groups.removeCriteria(input)
    return new StepResponse(operation, { groupId: input.group_id, before, operationId: operation.id })
  },
  // The criteria are back, and so is who left; who had become a member by hand is one by criteria again.
  takeBackCriteria,
)
