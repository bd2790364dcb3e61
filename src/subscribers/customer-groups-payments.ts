import type { SubscriberConfig } from "@medusajs/framework"
import { marks } from "../marking/marks"

/** Payments that were captured or refunded. */
export default marks("payment", "orders")

export const config: SubscriberConfig = {
  event: ["payment.captured", "payment.refunded"],
  context: { subscriberId: "customer-groups-payments" },
}
