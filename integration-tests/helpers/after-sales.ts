import { fulfil, lineOf, post, type Sales } from "./sales"

/** What becomes of orders that were placed, through Medusa's own routes, as the dashboard does it. */

// The answers are as different as the routes.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Order = any

/** One of the first variant comes back. */
const oneOf = (sales: Sales, order: Order) => ({ id: lineOf(order, sales.variant), quantity: 1 })

export const receiveReturn = async (sales: Sales, order: Order, returned: { id: string }) => {
  await post(`/admin/returns/${returned.id}/receive`)
  await post(`/admin/returns/${returned.id}/receive-items`, { items: [oneOf(sales, order)] })
  await post(`/admin/returns/${returned.id}/receive/confirm`)
}

/** A return that is on its way. */
export const requestReturn = async (sales: Sales, order: Order): Promise<{ id: string }> => {
  await fulfil(order)
  const { return: requested } = await post("/admin/returns", { order_id: order.id })
  await post(`/admin/returns/${requested.id}/request-items`, { items: [oneOf(sales, order)] })
  await post(`/admin/returns/${requested.id}/request`)
  return requested
}

/** One of the first variant comes back. */
export const takeBack = async (sales: Sales, order: Order) =>
  receiveReturn(sales, order, await requestReturn(sales, order))

/** One of the first variant was broken; one of the second is sent for it. */
export const replace = async (sales: Sales, order: Order) => {
  await fulfil(order)
  const { claim } = await post("/admin/claims", { order_id: order.id, type: "replace" })
  const claiming = `/admin/claims/${claim.id}`
  await post(`${claiming}/claim-items`, { items: [{ ...oneOf(sales, order), reason: "production_failure" }] })
  await post(`${claiming}/outbound/items`, { items: [{ variant_id: sales.secondVariant, quantity: 1 }] })
  await post(`${claiming}/request`)
}

/** One of the first variant is exchanged for one of the second. */
export const exchange = async (sales: Sales, order: Order) => {
  await fulfil(order)
  const { exchange: made } = await post("/admin/exchanges", { order_id: order.id })
  const exchanging = `/admin/exchanges/${made.id}`
  await post(`${exchanging}/inbound/items`, { items: [oneOf(sales, order)] })
  await post(`${exchanging}/outbound/items`, { items: [{ variant_id: sales.secondVariant, quantity: 1 }] })
  await post(`${exchanging}/outbound/shipping-method`, { shipping_option_id: sales.shippingOption })
  await post(`${exchanging}/request`)
}

/** One of the second variant is put into an order. */
export const addToOrder = async (sales: Sales, order: Order) => {
  await post("/admin/order-edits", { order_id: order.id })
  await post(`/admin/order-edits/${order.id}/items`, { items: [{ variant_id: sales.secondVariant, quantity: 1 }] })
  await post(`/admin/order-edits/${order.id}/confirm`)
}
