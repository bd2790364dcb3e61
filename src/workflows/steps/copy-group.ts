import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"
import type { CopyGroupInput } from "../../types"
import { takeBackCriteria } from "../utils/take-back"

/** Gives a new group criteria, exclusions and members by hand of another one, in one transaction, and records it. */
export const copyGroupStep = createStep(
  "customer-groups-copy-group",
  async (input: CopyGroupInput, { container }) => {
    const copied = await container.resolve(CUSTOMER_GROUPS).copyGroup(input)
    return new StepResponse(copied, { groupId: input.group_id, before: null, operationId: copied.operation_id })
  },
  // The new group has no members, exclusions and criteria again; Medusa's own step then takes the group itself back.
  takeBackCriteria,
)
