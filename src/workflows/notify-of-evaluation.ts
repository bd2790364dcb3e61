import { createWorkflow, transform, when } from "@medusajs/framework/workflows-sdk"
import type { EvaluationEvent } from "../types"
import { describeEvaluationStep } from "./steps/describe-evaluation"
import { notifyDashboardStep, type NotifyDashboardInput } from "./steps/notify-dashboard"

/**
 * Tells who uses the dashboard, by its bell, that an evaluation is held or has failed; once, however often it is run.
 *
 * @example
 * await notifyOfEvaluationWorkflow(container).run({ input: { operation_id: "cgop_123", group_id: "cusgroup_123" } })
 *
 * @throws NOT_FOUND there is no such operation
 * @summary Notify of an evaluation that is held or has failed.
 */
export const notifyOfEvaluationWorkflow = createWorkflow(
  "customer-groups-notify-of-evaluation",
  (input: EvaluationEvent) => {
    const said = describeEvaluationStep(input)
    when("there-is-something-to-say", said, (text) => Boolean(text)).then(() => {
      notifyDashboardStep(transform(said, (text) => text as NotifyDashboardInput))
    })
  },
)
