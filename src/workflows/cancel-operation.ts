import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { cancelOperationStep, type CancelOperationInput } from "./steps/cancel-operation"

/**
 * Ends long work on a customer group while it runs (`can_cancel`), in whichever process: nothing of it stands.
 *
 * @example
 * await cancelOperationWorkflow(container).run({ input: { operation_id: "cgop_123" } })
 *
 * @throws NOT_FOUND no such operation · NOT_ALLOWED it is not running, or cannot be cancelled
 * @summary Cancel a running operation on a customer group.
 */
export const cancelOperationWorkflow = createWorkflow(
  "customer-groups-cancel-operation",
  (input: CancelOperationInput) => {
    return new WorkflowResponse(cancelOperationStep(input))
  },
)
