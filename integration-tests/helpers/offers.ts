import { type Sender, api, db, storefront } from "./http"
import { unique } from "./shop"

type GroupRef = { id: string }

export const groupRule = "customer.groups.id"

export interface Variant {
  id: string
  product_id: string
  /** What everybody pays, in euros. */
  price: number
}

/** A variant of the shop that no price list has a price for but the one for resellers. */
export const aVariant = async (): Promise<Variant> => {
  const { rows } = await db.query(
    `select v.id, v.product_id, p.amount::float as price
     from product_variant v
     join product_variant_price_set s on s.variant_id = v.id
     join price p on p.price_set_id = s.price_set_id and p.currency_code = 'eur' and p.price_list_id is null
     where v.deleted_at is null and p.deleted_at is null and not exists (
       select from price o join price_list l on l.id = o.price_list_id
       where o.price_set_id = s.price_set_id and o.deleted_at is null and l.deleted_at is null
         and l.title <> 'Wholesale prices')
     order by v.id limit 1`,
  )
  return rows[0]
}

export const regionId = async (): Promise<string> => {
  const { rows } = await db.query("select id from region where currency_code = 'eur' and deleted_at is null limit 1")
  return rows[0].id
}

const made = <T>({ status, data }: { status: number; data: unknown }, key: string): T => {
  if (status !== 200) throw new Error(JSON.stringify(data))
  return (data as Record<string, T>)[key]
}

/** A price list for the group, active. Without a group it is for everybody. */
export const aPriceList = async (given: { for?: GroupRef; prices?: { variant: Variant; amount: number }[] } = {}) =>
  made<{ id: string; title: string }>(
    await api("POST", "/admin/price-lists", {
      title: `Prices ${unique()}`,
      description: "Of a test",
      status: "active",
      type: "sale",
      rules: given.for ? { [groupRule]: [given.for.id] } : {},
      prices: (given.prices ?? []).map(({ variant, amount }) => ({
        variant_id: variant.id,
        currency_code: "eur",
        amount,
      })),
    }),
    "price_list",
  )

/** A promotion of 10 % by code, active, for the group. Without a group it is for everybody. */
export const aPromotion = async (given: { for?: GroupRef; operator?: "in" | "ne" } = {}) =>
  made<{ id: string; code: string }>(
    await api("POST", "/admin/promotions", {
      code: `TEN${unique().toUpperCase()}`,
      type: "standard",
      status: "active",
      is_automatic: false,
      application_method: {
        type: "percentage",
        target_type: "items",
        allocation: "across",
        value: 10,
        currency_code: "eur",
      },
      rules: given.for ? [{ attribute: groupRule, operator: given.operator ?? "in", values: [given.for.id] }] : [],
    }),
    "promotion",
  )

const shopper = (customer: { id: string } | "nobody"): Sender =>
  customer === "nobody" ? "nobody" : { customer: customer.id }

/** What a customer pays for a variant, as the storefront's product page asks. */
export const priceFor = async (customer: { id: string } | "nobody", variant: Variant): Promise<number> => {
  const product = made<{ variants: { id: string; calculated_price: { calculated_amount: number } }[] }>(
    await api(
      "GET",
      `/store/products/${variant.product_id}?region_id=${await regionId()}&fields=*variants.calculated_price`,
      undefined,
      { as: shopper(customer), headers: await storefront() },
    ),
    "product",
  )
  return product.variants.find(({ id }) => id === variant.id)!.calculated_price.calculated_amount
}

export interface Cart {
  id: string
  discount_total: number
  promotions: { code: string }[]
  items: { unit_price: number }[]
}

/** A new cart of a customer with one of the variant, and this code entered. */
export const cartOf = async (
  customer: { id: string } | "nobody",
  variant: Variant,
  promotion?: { code: string },
): Promise<Cart> =>
  made(
    await api(
      "POST",
      "/store/carts",
      {
        region_id: await regionId(),
        items: [{ variant_id: variant.id, quantity: 1 }],
        promo_codes: promotion ? [promotion.code] : [],
      },
      { as: shopper(customer), headers: await storefront() },
    ),
    "cart",
  )

/** Puts another piece of the variant into a cart. */
export const putIntoCart = async (cart: Cart, customer: { id: string }, variant: Variant): Promise<Cart> =>
  made(
    await api(
      "POST",
      `/store/carts/${cart.id}/line-items`,
      { variant_id: variant.id, quantity: 1 },
      { as: shopper(customer), headers: await storefront() },
    ),
    "cart",
  )
