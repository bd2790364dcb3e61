import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { CUSTOMER_GROUPS } from "../modules/customer-groups"

/** An address that is gone has marked its customer in the database, due at once. */
export default async function evaluateSoon({ container }: SubscriberArgs): Promise<void> {
  container.resolve(CUSTOMER_GROUPS).evaluateSoon()
}

export const config: SubscriberConfig = {
  event: "customer.customer-address.deleted",
  context: { subscriberId: "customer-groups-gone-addresses" },
}
