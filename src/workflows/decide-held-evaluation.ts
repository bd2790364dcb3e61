import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { decideHeldEvaluationStep, type DecideHeldStepInput } from "./steps/decide-held-evaluation"

/**
 * Applies an evaluation that is held because it would move too many customers, or discards it and pauses the group. It is
 * worked out afresh, and held again if it has grown by more than a tenth.
 *
 * @example
 * await decideHeldEvaluationWorkflow(container).run({ input: { operation_id: "cgop_123", decision: "apply" } })
 *
 * @throws NOT_FOUND no such operation · NOT_ALLOWED it is not held
 * @summary Apply or discard a held evaluation.
 */
export const decideHeldEvaluationWorkflow = createWorkflow(
  "customer-groups-decide-held-evaluation",
  (input: DecideHeldStepInput) => {
    return new WorkflowResponse(decideHeldEvaluationStep(input))
  },
)
