import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"
import type { EvaluationEvent } from "../../types"
import { describeEvaluation } from "../utils/describe-evaluation"

/** What people are told of an evaluation; null if it has been decided since, or the group is deleted. */
export const describeEvaluationStep = createStep(
  "customer-groups-describe-evaluation",
  async ({ operation_id, group_id }: EvaluationEvent, { container }) => {
    const groups = container.resolve(CUSTOMER_GROUPS)
    const operation = await groups.retrieveOperation(operation_id)
    const [group] = (await groups.listGroupOverviews({ id: group_id, limit: 1 })).groups
    return new StepResponse(group ? describeEvaluation(group, operation) : null)
  },
)
