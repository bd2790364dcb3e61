import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { CustomerGroupsEvents, type SizeChangedEvent } from "../types/events"
import { notifyOfSizeChangeWorkflow } from "../workflows/notify-of-size-change"

/** Groups that have grown or shrunk by much become notifications of the dashboard. */
export default async function notifyOfSizeChange({
  event,
  container,
}: SubscriberArgs<SizeChangedEvent>): Promise<void> {
  await notifyOfSizeChangeWorkflow(container).run({ input: event.data })
}

export const config: SubscriberConfig = {
  event: CustomerGroupsEvents.SIZE_CHANGED,
  context: { subscriberId: "customer-groups-size-notifications" },
}
