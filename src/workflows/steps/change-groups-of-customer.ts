import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"
import type { ChangeCustomerGroupsInput } from "../../types"
import { takeBackOperations } from "../utils/take-back"

/** Puts one customer into groups and takes them out of others, in one transaction, and records it for each group. */
export const changeGroupsOfCustomerStep = createStep(
  "customer-groups-change-groups-of-customer",
  async (input: ChangeCustomerGroupsInput, { container }) => {
    const operations = await container.resolve(CUSTOMER_GROUPS).changeGroupsOfCustomer(input)
    return new StepResponse(
      operations,
      operations.map(({ id }) => id),
    )
  },
  // As with a change of members: what these operations did is taken back, nothing else.
  takeBackOperations,
)
