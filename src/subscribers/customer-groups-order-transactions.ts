import type { SubscriberConfig } from "@medusajs/framework"
import { marks } from "../marking/marks"

/** Money that came in or went back. */
export default marks("order_transaction", "orders")

export const config: SubscriberConfig = {
  event: ["order.order-transaction.created", "order.order-transaction.updated"],
  context: { subscriberId: "customer-groups-order-transactions" },
}
