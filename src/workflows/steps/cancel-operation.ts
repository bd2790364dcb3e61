import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"

export interface CancelOperationInput {
  operation_id: string
}

/** Ends long work while it runs. What is cancelled is not begun again when a later step fails. */
export const cancelOperationStep = createStep(
  "customer-groups-cancel-operation",
  async ({ operation_id }: CancelOperationInput, { container }) =>
    new StepResponse(await container.resolve(CUSTOMER_GROUPS).cancelOperation(operation_id)),
)
