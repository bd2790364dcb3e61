import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { CustomerGroupsEvents, type EvaluationEvent } from "../types/events"
import { notifyOfEvaluationWorkflow } from "../workflows/notify-of-evaluation"

/** Evaluations that a person should look at become notifications of the dashboard. */
export default async function notifyOfEvaluation({ event, container }: SubscriberArgs<EvaluationEvent>): Promise<void> {
  await notifyOfEvaluationWorkflow(container).run({ input: event.data })
}

export const config: SubscriberConfig = {
  event: [CustomerGroupsEvents.EVALUATION_HELD, CustomerGroupsEvents.EVALUATION_FAILED],
  context: { subscriberId: "customer-groups-notifications" },
}
