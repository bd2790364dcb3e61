import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"
import type { ApplyImportInput } from "../../types"
import { takeBackOperation } from "../utils/take-back"

/** Does what a checked import says, in one transaction, and records it. */
export const applyImportStep = createStep(
  "customer-groups-apply-import",
  async (input: ApplyImportInput, { container }) => {
    const operation = await container.resolve(CUSTOMER_GROUPS).applyImport(input)
    return new StepResponse(operation, operation.id)
  },
  // Memberships and exclusions are what they were, and the import can be applied again.
  async (operationId, inContainer) => {
    if (!operationId) return
    await takeBackOperation(operationId, inContainer)
    await inContainer.container.resolve(CUSTOMER_GROUPS).reopenImport(operationId)
  },
)
