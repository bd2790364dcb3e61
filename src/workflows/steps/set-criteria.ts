import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"
import type { SetCriteriaInput } from "../../types"

/** Writes the criteria of a group; members change when it is evaluated. */
export const setCriteriaStep = createStep(
  "customer-groups-set-criteria",
  async (input: SetCriteriaInput, { container }) => {
    const groups = container.resolve(CUSTOMER_GROUPS)
    const before = await groups.retrieveCriteria(input.group_id)
    const { criteria, operation_id: operationId } = await groups.setCriteria(input)
    return new StepResponse(criteria, { groupId: input.group_id, before, operationId })
  },
  // The group has the criteria from before, or none; members by them are what the evaluation's own step takes back.
  async (done, { container }) => {
    if (!done) return
    const groups = container.resolve(CUSTOMER_GROUPS)
    await groups.takeBackOperations([done.operationId], "A later step failed.")
    await groups.restoreCriteria(done.groupId, done.before)
  },
)
