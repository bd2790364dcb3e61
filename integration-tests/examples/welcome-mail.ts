import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { CustomerGroupsEvents, type CustomerMovedEvent } from "../../src/types"

/** Welcomes by mail whoever becomes a member of one group. */
export default async function welcome({ event: { data }, container }: SubscriberArgs<CustomerMovedEvent>) {
  if (data.group_id !== process.env.VIP_GROUP_ID) return
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: customers } = await query.graph({
    entity: "customer",
    fields: ["email", "first_name"],
    filters: { id: data.customer_id },
  })
  const [customer] = customers
  if (!customer) return
  await container.resolve(Modules.NOTIFICATION).createNotifications({
    to: customer.email,
    channel: "email",
    template: "welcome-vip",
    data: { first_name: customer.first_name },
    // The event may come twice: the notification module sends one mail for a key.
    idempotency_key: `welcome-vip-${data.change_id}`,
  })
}

export const config: SubscriberConfig = { event: CustomerGroupsEvents.CUSTOMER_JOINED }
