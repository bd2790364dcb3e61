import jwt from "jsonwebtoken"
import { withClient } from "../../scripts/postgres"
import type { Buyer } from "./buyers"

/** Of both stores' configurations. */
const JWT_SECRET = "supersecret"

const address = {
  first_name: "Bea",
  last_name: "Buyer",
  address_1: "Street 1",
  city: "Berlin",
  postal_code: "10115",
  country_code: "de",
}

type Offer = { key: string; channel: string; region: string; shipping: string; variant: string }

/** What is sold, where, and how it is sent. */
const readOffer = (databaseUrl: string): Promise<Offer> =>
  withClient(databaseUrl, async (client) => {
    const { rows } = await client.query(`
      select (select token from api_key where type = 'publishable' limit 1) as key,
        (select default_sales_channel_id from store limit 1) as channel,
        (select id from region where currency_code = 'eur' limit 1) as region,
        (select o.id from shipping_option o join shipping_option_rule r on r.shipping_option_id = o.id
          where r.attribute = 'is_return' and r.value = '"false"' order by o.id limit 1) as shipping,
        (select id from product_variant where deleted_at is null and not manage_inventory order by id limit 1) as variant`)
    return rows[0]
  })

/** The storefront's side of a store: what the browser of a customer sends. */
export type Storefront = {
  /** Fills a cart up to the last click. @returns its id */
  fillCart(buyer: Buyer): Promise<string>
  /** The last click. @returns the id of the order */
  completeCart(buyer: Buyer, cartId: string): Promise<string>
}

const tokenOf = ({ id }: Buyer) =>
  jwt.sign(
    { actor_id: id, actor_type: "customer", auth_identity_id: `authid_${id}`, app_metadata: { customer_id: id } },
    JWT_SECRET,
  )

export const openStorefront = async (url: string, databaseUrl: string): Promise<Storefront> => {
  const offer = await readOffer(databaseUrl)
  // The answers are as different as the routes.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const post = async (buyer: Buyer, path: string, body: unknown = {}): Promise<any> => {
    const response = await fetch(url + path, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-publishable-api-key": offer.key,
        authorization: `Bearer ${tokenOf(buyer)}`,
      },
      body: JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${text.slice(0, 500)}`)
    return JSON.parse(text)
  }

  return {
    fillCart: async (buyer) => {
      const { cart } = await post(buyer, "/store/carts", {
        region_id: offer.region,
        sales_channel_id: offer.channel,
        items: [{ variant_id: offer.variant, quantity: 1 }],
        shipping_address: address,
        billing_address: address,
      })
      await post(buyer, `/store/carts/${cart.id}/shipping-methods`, { option_id: offer.shipping })
      const { payment_collection } = await post(buyer, "/store/payment-collections", { cart_id: cart.id })
      await post(buyer, `/store/payment-collections/${payment_collection.id}/payment-sessions`, {
        provider_id: "pp_system_default",
      })
      return cart.id
    },
    completeCart: async (buyer, cartId) => {
      const { order, error } = await post(buyer, `/store/carts/${cartId}/complete`)
      if (!order) throw new Error(`The cart ${cartId} was not completed: ${error?.message}`)
      return order.id
    },
  }
}
