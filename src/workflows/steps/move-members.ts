import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"
import type { MoveMembersInput } from "../../types"
import { takeBackOperations } from "../utils/take-back"

/** Moves members of a group to another one, in one transaction, and records it on both. */
export const moveMembersStep = createStep(
  "customer-groups-move-members",
  async (input: MoveMembersInput, { container }) => {
    const operations = await container.resolve(CUSTOMER_GROUPS).moveMembers(input)
    // In the order in which everybody locks groups.
    const inOrder = [...operations].sort((one, other) => (one.group_id < other.group_id ? -1 : 1))
    return new StepResponse(
      operations,
      inOrder.map(({ id }) => id),
    )
  },
  // Both groups are as they were, down to the rows.
  takeBackOperations,
)
