import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"
import type { DecideHeldInput } from "../../types"
import { takeBackCriteria } from "../utils/take-back"

export interface DecideHeldStepInput extends DecideHeldInput {
  decision: "apply" | "discard"
}

/** Applies or discards an evaluation that is held. */
export const decideHeldEvaluationStep = createStep(
  "customer-groups-decide-held-evaluation",
  async ({ decision, ...input }: DecideHeldStepInput, { container }) => {
    const groups = container.resolve(CUSTOMER_GROUPS)
    const { group_id: groupId } = await groups.retrieveOperation(input.operation_id)
    const before = await groups.retrieveCriteria(groupId)
    const operation =
      decision === "apply" ? await groups.applyHeldEvaluation(input) : await groups.discardHeldEvaluation(input)
    return new StepResponse(operation, { operationId: operation.id, groupId, before })
  },
  // Who joined is out again, who left is back, and the group is active as it was; the decision stands as failed.
  takeBackCriteria,
)
