import { address } from "../../helpers/address"
import type { Request, Sender } from "./client"
import type { Activity, Lane } from "./lane"

/**
 * Somebody orders in the storefront, by their account or as a guest. Each step may be sent again; a cart that was made
 * twice is left behind, as customers do.
 */
const placeOrder: Activity = {
  weight: 8,
  run: async ({ client, random, ledger, shop, customers, signal }: Lane) => {
    const customer = random.pick(customers)
    const as: Sender = customer.hasAccount ? { customer: customer.id } : "guest"
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    const step = async (request: Request): Promise<any> => {
      const outcome = await client.sendAgain({ ...request, as }, signal)
      if (outcome.is === "done") return outcome.data
      ledger.count("order", outcome)
      return undefined
    }
    const lines = random.several(shop.variants, random.whole(1, 3))
    const cart = (
      await step({
        path: "/store/carts",
        body: {
          region_id: shop.region,
          sales_channel_id: shop.salesChannel,
          email: customer.email,
          items: lines.map((id) => ({ variant_id: id, quantity: random.whole(1, 3) })),
          shipping_address: address,
          billing_address: address,
        },
      })
    )?.cart.id
    if (!cart) return
    const shipped = await step({
      path: `/store/carts/${cart}/shipping-methods`,
      body: { option_id: shop.shippingOption },
    })
    const payment = shipped && (await step({ path: "/store/payment-collections", body: { cart_id: cart } }))
    const session =
      payment &&
      (await step({
        path: `/store/payment-collections/${payment.payment_collection.id}/payment-sessions`,
        body: { provider_id: "pp_system_default" },
      }))
    const completed = session && (await step({ path: `/store/carts/${cart}/complete` }))
    if (!completed?.order) return
    ledger.orders.add(completed.order.id)
    ledger.count("order", { is: "done", data: null })
  },
}

/** Somebody in the dashboard cancels an order that was placed a while ago. */
const cancelOrder: Activity = {
  weight: 1,
  run: async ({ client, random, ledger }) => {
    if (!ledger.orders.size) return
    const order = random.pick([...ledger.orders])
    ledger.count("cancel", await client.send({ path: `/admin/orders/${order}/cancel` }))
  },
}

export const sales: Activity[] = [placeOrder, cancelOrder]
