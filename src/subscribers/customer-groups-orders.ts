import type { SubscriberConfig } from "@medusajs/framework"
import { marks } from "../marking/marks"

/** Orders and everything that is done with them: what customers have ordered follows the shop. */
export default marks("order", "orders")

export const config: SubscriberConfig = {
  event: [
    "order.order.created",
    // Each edit, return, claim, exchange, transfer and cancellation makes a new version of the order.
    "order.order.updated",
    "order.order.deleted",
    "order.order.restored",
    "order.placed",
    "order.updated",
    "order.canceled",
    "order.completed",
    "order.archived",
    "order.return_received",
    "order.claim_created",
    "order.exchange_created",
    "order-edit.confirmed",
  ],
  context: { subscriberId: "customer-groups-orders" },
}
