import { address } from "./address"
import { api, db, type Sender, storefront } from "./http"
import { unique } from "./shop"

/** A shop to sell in, made and used through Medusa's own routes, as the dashboard and a storefront do. */
export interface Sales {
  region: string
  salesChannel: string
  variant: string
  secondVariant: string
  shippingOption: string
  returnOption: string
}

// The answers are as different as the routes.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Data = any

type Method = Parameters<typeof api>[0]
type SentAs = Parameters<typeof api>[3]

/** Sends what must succeed. */
const send = async (method: Method, path: string, body?: unknown, sentAs?: SentAs): Promise<Data> => {
  const { status, data } = await api(method, path, body, sentAs)
  if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(data)}`)
  return data
}

export const post = (path: string, body: unknown = {}): Promise<Data> => send("POST", path, body)

export const remove = (path: string): Promise<Data> => send("DELETE", path)

/** Sends what must succeed from the storefront: by nobody, or by a customer who is logged in. */
export const inStore = async (
  method: Method,
  path: string,
  body?: unknown,
  as: Sender = "nobody",
  headers: Record<string, string> = {},
): Promise<Data> => send(method, `/store${path}`, body, { as, headers: { ...(await storefront()), ...headers } })

const get = async (path: string): Promise<Data> => (await api("GET", path)).data

/** Countries and the currencies' way of taxes belong to the store from its boot on: they are put back, not emptied. */
export const closeSales = async () => {
  await db.query("update region_country set region_id = null")
  await db.query("update price_preference set is_tax_inclusive = false")
}

const setInclusive = async (currency: string, inclusive: boolean) => {
  const { price_preferences: known } = await get(`/admin/price-preferences?attribute=currency_code&value=${currency}`)
  const preference = { attribute: "currency_code", value: currency, is_tax_inclusive: inclusive }
  await post(`/admin/price-preferences${known.length ? `/${known[0].id}` : ""}`, preference)
}

/** Region with tax of 19 %, products of 19.99 and 35.5, shipping for 4.9; amounts in any currency. */
export const salesIn = async (currency = "eur", { inclusive = false } = {}): Promise<Sales> => {
  const { sales_channels } = await get("/admin/sales-channels?fields=id")
  const { shipping_profiles } = await get("/admin/shipping-profiles?fields=id")
  const salesChannel = sales_channels[0].id
  const shippingProfile = shipping_profiles[0].id

  await setInclusive(currency, inclusive)
  const { region } = await post("/admin/regions", {
    name: "Germany",
    currency_code: currency,
    countries: ["de"],
    payment_providers: ["pp_system_default"],
  })
  await post("/admin/tax-regions", {
    country_code: "de",
    provider_id: "tp_system",
    default_tax_rate: { name: "VAT", code: "VAT", rate: 19 },
  })

  const { stock_location } = await post("/admin/stock-locations", { name: "Warehouse" })
  const location = `/admin/stock-locations/${stock_location.id}`
  await post(`${location}/sales-channels`, { add: [salesChannel] })
  await post(`${location}/fulfillment-providers`, { add: ["manual_manual"] })
  const { stock_location: withSet } = await post(`${location}/fulfillment-sets?fields=*fulfillment_sets`, {
    name: `Shipping ${unique()}`,
    type: "shipping",
  })
  const { fulfillment_set } = await post(`/admin/fulfillment-sets/${withSet.fulfillment_sets[0].id}/service-zones`, {
    name: `Germany ${unique()}`,
    geo_zones: [{ type: "country", country_code: "de" }],
  })
  const option = async (isReturn: boolean) => {
    const { shipping_option } = await post("/admin/shipping-options", {
      name: isReturn ? "Return" : "Parcel",
      service_zone_id: fulfillment_set.service_zones[0].id,
      shipping_profile_id: shippingProfile,
      provider_id: "manual_manual",
      price_type: "flat",
      type: { label: "Standard", description: "Standard", code: "standard" },
      prices: [{ currency_code: currency, amount: isReturn ? 3.5 : 4.9 }],
      rules: [
        { attribute: "enabled_in_store", operator: "eq", value: "true" },
        { attribute: "is_return", operator: "eq", value: String(isReturn) },
      ],
    })
    return shipping_option.id as string
  }
  const { product } = await post("/admin/products", {
    title: "Boots",
    shipping_profile_id: shippingProfile,
    sales_channels: [{ id: salesChannel }],
    options: [{ title: "Size", values: ["42", "43"] }],
    variants: [19.99, 35.5].map((amount, index) => ({
      title: `${42 + index}`,
      options: { Size: `${42 + index}` },
      manage_inventory: false,
      prices: [{ currency_code: currency, amount }],
    })),
    status: "published",
  })
  const [first, second] = [...product.variants].sort((a: Data, b: Data) => a.title.localeCompare(b.title))
  return {
    region: region.id,
    salesChannel,
    variant: first.id,
    secondVariant: second.id,
    shippingOption: await option(false),
    returnOption: await option(true),
  }
}

/** A promotion of ten per cent on items, or on shipping. */
export const aPromotionOn = async (target: "items" | "shipping_methods", currency = "eur"): Promise<string> => {
  const { promotion } = await post("/admin/promotions", {
    code: `TEN-${unique()}`,
    type: "standard",
    status: "active",
    application_method: {
      type: "percentage",
      target_type: target,
      allocation: target === "items" ? "across" : "each",
      ...(target === "items" ? {} : { max_quantity: 1 }),
      value: 10,
      currency_code: currency,
    },
  })
  return promotion.code
}

interface Shopping {
  codes?: string[]
  /** Who is logged in; a guest, if nobody. */
  customer?: { id: string }
  /** Of a guest. */
  email?: string
  /** How many of each variant; three of the first and one of the second. */
  quantities?: Record<string, number>
}

const by = (customer?: { id: string }): Sender => (customer ? { customer: customer.id } : "nobody")

/** A cart that somebody has filled in the storefront. */
export const fillCart = async (
  sales: Sales,
  {
    customer,
    email = customer ? undefined : `${unique()}@example.com`,
    quantities = { [sales.variant]: 3, [sales.secondVariant]: 1 },
  }: Shopping = {},
): Promise<Data> => {
  const given = {
    region_id: sales.region,
    email,
    sales_channel_id: sales.salesChannel,
    items: Object.entries(quantities).map(([variant_id, quantity]) => ({ variant_id, quantity })),
    shipping_address: address,
    billing_address: address,
  }
  return (await inStore("POST", "/carts", given, by(customer))).cart
}

/** Buys what is in a cart, with shipping. */
export const buyCart = async (
  sales: Sales,
  cart: { id: string },
  { codes = [], customer }: Shopping = {},
): Promise<Data> => {
  const store = (path: string, body: unknown = {}) => inStore("POST", path, body, by(customer))
  await store(`/carts/${cart.id}/shipping-methods`, { option_id: sales.shippingOption })
  if (codes.length) await store(`/carts/${cart.id}/promotions`, { promo_codes: codes })
  const { payment_collection } = await store("/payment-collections", { cart_id: cart.id })
  await store(`/payment-collections/${payment_collection.id}/payment-sessions`, { provider_id: "pp_system_default" })
  const { order } = await store(`/carts/${cart.id}/complete`)
  return retrieveOrder(order.id)
}

/** An order placed by somebody in the storefront. */
export const checkOut = async (sales: Sales, shopping: Shopping = {}): Promise<Data> =>
  buyCart(sales, await fillCart(sales, shopping), shopping)

/** An order written by somebody in the dashboard: a draft that became an order. */
export const placeDraft = async (
  sales: Sales,
  { isConverted = true, codes = [], customer }: Shopping & { isConverted?: boolean } = {},
): Promise<Data> => {
  const { draft_order } = await post("/admin/draft-orders", {
    region_id: sales.region,
    sales_channel_id: sales.salesChannel,
    email: `${unique()}@example.com`,
    customer_id: customer?.id,
    shipping_address: address,
    billing_address: address,
    promo_codes: codes,
    items: [{ variant_id: sales.variant, quantity: 3 }],
    shipping_methods: [{ shipping_option_id: sales.shippingOption, name: "Parcel", amount: 4.9 }],
  })
  if (isConverted) await post(`/admin/draft-orders/${draft_order.id}/convert-to-order`)
  return retrieveOrder(draft_order.id)
}

export const retrieveOrder = async (id: string): Promise<Data> => {
  const fields = "id,total,currency_code,customer_id,version,status,*items,*summary,*payment_collections.payments"
  const { order } = await get(`/admin/orders/${id}?fields=${fields}`)
  return order
}

/** The line of a variant. */
export const lineOf = (order: Data, variant: string): string =>
  order.items.find(({ variant_id }: { variant_id: string }) => variant_id === variant).id

/** Sends all of an order. */
export const fulfil = (order: Data) =>
  post(`/admin/orders/${order.id}/fulfillments`, {
    items: order.items.map(({ id, quantity }: { id: string; quantity: number }) => ({ id, quantity })),
  })
