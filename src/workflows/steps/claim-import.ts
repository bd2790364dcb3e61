import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"
import type { ApplyImportInput } from "../../types"

/** Checks that an import can be applied, and keeps others from doing it at the same time. */
export const claimImportStep = createStep(
  "customer-groups-claim-import",
  async (input: ApplyImportInput, { container }) => {
    const { id } = await container.resolve(CUSTOMER_GROUPS).claimImport(input)
    return new StepResponse({ id }, id)
  },
  // Somebody may try again.
  async (id, { container }) => {
    if (id) await container.resolve(CUSTOMER_GROUPS).releaseImport(id)
  },
)
