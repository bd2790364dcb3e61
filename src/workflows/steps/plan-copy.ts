import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"
import type { DuplicateGroupInput } from "../../types"

/** Answers what a copy of a group is called and holds, or refuses to make one. Reads, and writes nothing. */
export const planCopyStep = createStep(
  "customer-groups-plan-copy",
  async ({ group_id, name, metadata }: DuplicateGroupInput, { container }) =>
    new StepResponse(await container.resolve(CUSTOMER_GROUPS).planCopy({ group_id, name, metadata })),
)
