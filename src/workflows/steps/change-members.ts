import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"
import type { ChangeMembersInput } from "../../types"
import { takeBackOperation } from "../utils/take-back"

/** Adds and removes members of one group, in one transaction, and records it. */
export const changeMembersStep = createStep(
  "customer-groups-change-members",
  async (input: ChangeMembersInput, { container }) => {
    const operation = await container.resolve(CUSTOMER_GROUPS).changeMembers(input)
    return new StepResponse(operation, operation.id)
  },
  // Exactly those who joined by this operation are out again, and who left is back; members from before stay.
  takeBackOperation,
)
