import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"
import type { LiftExclusionInput } from "../../types"
import { takeBackOperation } from "../utils/take-back"

/** Lifts the exclusion of a customer and evaluates them, in one transaction, and records it. */
export const liftExclusionStep = createStep(
  "customer-groups-lift-exclusion",
  async (input: LiftExclusionInput, { container }) => {
    const operation = await container.resolve(CUSTOMER_GROUPS).liftExclusion(input)
    return new StepResponse(operation, operation.id)
  },
  // The customer is excluded as before, and out again.
  takeBackOperation,
)
