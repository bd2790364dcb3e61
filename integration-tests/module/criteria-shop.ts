import type { Client } from "pg"

/**
 * A small shop in which every odd case stands once. It is noon of 15 March 2026 in Berlin.
 *
 * - anna: account, two addresses, orders in two currencies, metadata, an open cart
 * - ben: guest, made today by Berlin's calendar (yesterday by UTC's), nothing else
 * - cleo: account, an address without a city, one order of yesterday, one cancelled, everything of a line returned
 * - emil: made on a leap day, metadata that only looks right
 * - dora: deleted, with the largest orders
 */
export const NOW = new Date("2026-03-15T11:00:00Z")
export const ZONE = "Europe/Berlin"
export const PEOPLE = ["anna", "ben", "cleo", "emil"]

type Row = Record<string, unknown>

const insert = async (db: Client, table: string, rows: Row[]) => {
  for (const row of rows) {
    const columns = Object.keys(row)
    const places = columns.map((_, index) => `$${index + 1}`)
    const values = Object.values(row).map((value) =>
      typeof value === "object" && value !== null ? JSON.stringify(value) : value,
    )
    await db.query(`insert into "${table}" (${columns.join(", ")}) values (${places.join(", ")})`, values)
  }
}

const raw = { value: "0", precision: 20 }

const customers: Row[] = [
  {
    id: "anna",
    email: "Anna@ACME.com",
    first_name: "Ännchen",
    last_name: "O'Neil; drop",
    company_name: "100% Acme_",
    phone: "+49 30",
    has_account: true,
    created_by: "user_1",
    created_at: "2025-03-20T10:00:00Z",
    metadata: { loyalty: { tier: "Gold", points: 120, vip: true, born: "1990-03-20" } },
  },
  { id: "ben", email: "ben@web.de", last_name: "", created_at: "2026-03-14T23:30:00Z" },
  {
    id: "cleo",
    email: "cleo@acme.com",
    first_name: "Cleo",
    has_account: true,
    created_at: "2026-01-15T10:00:00Z",
    metadata: { loyalty: { tier: 7, points: "12.5", vip: "false", born: "2026-03-14T23:30:00Z" } },
  },
  {
    id: "emil",
    email: "emil@sub.acme.com",
    first_name: "anNA",
    has_account: false,
    created_at: "2024-02-29T11:00:00Z",
    metadata: { loyalty: { tier: ["Gold"], points: "1e5", vip: "yes", born: "2026-02-31" } },
  },
  { id: "dora", email: "dora@acme.com", has_account: true, deleted_at: "2026-03-01" },
]

const address = (id: string, customer_id: string, more: Row): Row => ({ id, customer_id, ...more })

const addresses: Row[] = [
  address("a1", "anna", { country_code: "de", city: "Berlin", postal_code: "10115", is_default_shipping: true }),
  address("a2", "anna", { country_code: "fr", city: "Paris", province: "IdF", is_default_billing: true }),
  address("a3", "cleo", { country_code: "US", city: "" }),
  address("a4", "dora", { country_code: "de" }),
]

/** id, customer, placed at, currency, total, paid, and what Medusa's own tables hold beside. */
const orders: [string, string, string, string, number, number, Row][] = [
  ["o1", "anna", "2026-03-01T10:00:00Z", "eur", 100, 100, { sales_channel_id: "web", region_id: "eu" }],
  ["o2", "anna", "2026-01-10T10:00:00Z", "eur", 300, 250, { sales_channel_id: "shop", region_id: "eu" }],
  ["o3", "anna", "2025-06-01T10:00:00Z", "usd", 50, 0, { region_id: "us" }],
  ["o4", "cleo", "2026-03-13T23:30:00Z", "eur", 20, 20, { sales_channel_id: "web", region_id: "eu" }],
  ["o5", "dora", "2026-03-01T10:00:00Z", "eur", 9000, 9000, { sales_channel_id: "web", region_id: "eu" }],
]

/** id, order, product, variant, quantity, returned, total. */
const lines: [string, string, string, string, number, number, number][] = [
  ["l1", "o1", "shirt", "shirt_s", 2, 0, 80],
  ["l2", "o1", "hat", "hat_s", 1, 0, 20],
  ["l3", "o2", "shirt", "shirt_s", 3, 1, 300],
  ["l4", "o4", "hat", "hat_s", 1, 1, 0],
  ["l5", "o4", "boot", "boot_s", 1, 0, 20],
  ["l6", "o5", "boot", "boot_s", 9, 0, 9000],
]

const orderOf = (id: string) => orders.find(([order]) => order === id)!

async function seedOrders(db: Client) {
  for (const [id, customer_id, placed_at, currency_code, total, paid, more] of orders) {
    await insert(db, "order_address", [{ id: `ship_${id}`, country_code: currency_code === "eur" ? "de" : "us" }])
    await insert(db, "order", [
      { id, customer_id, currency_code, created_at: placed_at, shipping_address_id: `ship_${id}`, version: 2, ...more },
    ])
    await insert(db, "customer_order_fact", [
      { order_id: id, customer_id, placed_at, currency_code, total, paid, status: "pending", ...more },
    ])
  }
  await insert(db, "order", [
    { id: "o6", customer_id: "cleo", currency_code: "eur", status: "canceled", created_at: "2026-02-01T10:00:00Z" },
    { id: "o7", customer_id: "ben", currency_code: "eur", status: "draft", is_draft_order: true },
  ])
  for (const [item_id, order_id, product_id, variant_id, quantity, returned_quantity, total] of lines) {
    const [, customer_id, placed_at, currency_code] = orderOf(order_id)
    const fact = { item_id, order_id, customer_id, placed_at, product_id, variant_id, currency_code }
    await insert(db, "customer_purchase_fact", [{ ...fact, quantity, returned_quantity, total }])
  }
  await db.query(`insert into customer_statistics
    select customer_id, currency_code, count(*), sum(total), sum(paid), max(total), max(paid), min(placed_at), max(placed_at)
    from customer_order_fact group by 1, 2
    union all
    select customer_id, '*', count(*), null, null, null, null, min(placed_at), max(placed_at)
    from customer_order_fact group by 1`)
}

async function seedOrderDetails(db: Client) {
  await insert(db, "payment_collection", [{ id: "pc", currency_code: "eur", amount: 1, raw_amount: raw }])
  await insert(db, "payment_session", [
    {
      id: "ps",
      currency_code: "eur",
      amount: 1,
      raw_amount: raw,
      provider_id: "stripe",
      data: {},
      payment_collection_id: "pc",
    },
  ])
  await insert(db, "payment", [
    {
      id: "pay",
      currency_code: "eur",
      amount: 1,
      raw_amount: raw,
      provider_id: "stripe",
      payment_collection_id: "pc",
      payment_session_id: "ps",
    },
  ])
  await insert(db, "order_payment_collection", [{ id: "opc", order_id: "o1", payment_collection_id: "pc" }])
  await insert(db, "order_shipping_method", [
    { id: "m1", name: "m", amount: 1, raw_amount: raw, shipping_option_id: "express" },
    { id: "m2", name: "m", amount: 1, raw_amount: raw, shipping_option_id: "slow" },
  ])
  await insert(db, "order_shipping", [
    { id: "os1", order_id: "o1", version: 2, shipping_method_id: "m1" },
    { id: "os2", order_id: "o4", version: 1, shipping_method_id: "m2" },
  ])
  await insert(db, "promotion", [{ id: "promo", code: "SUMMER-10%", type: "standard" }])
  await insert(db, "order_promotion", [{ id: "op", order_id: "o2", promotion_id: "promo" }])
}

async function seedProducts(db: Client) {
  await insert(db, "product_collection", [{ id: "basics", title: "Basics", handle: "basics" }])
  await insert(db, "product_type", [{ id: "wear", value: "Wear" }])
  await insert(db, "product_tag", [{ id: "new", value: "New" }])
  await insert(db, "product", [
    { id: "shirt", title: "Shirt", handle: "shirt", collection_id: "basics" },
    { id: "hat", title: "Hat", handle: "hat", type_id: "wear" },
    { id: "boot", title: "Boot", handle: "boot", deleted_at: "2026-03-10" },
  ])
  await insert(db, "product_variant", [
    { id: "shirt_s", title: "S", sku: "SH-1", product_id: "shirt" },
    { id: "hat_s", title: "S", sku: "HA-1", product_id: "hat" },
    { id: "boot_s", title: "S", sku: null, product_id: "boot" },
  ])
  await insert(db, "product_tags", [{ product_id: "hat", product_tag_id: "new" }])
  await insert(db, "product_category", [
    { id: "clothes", name: "Clothes", handle: "clothes", mpath: "clothes" },
    { id: "tops", name: "Tops", handle: "tops", mpath: "clothes.tops", parent_category_id: "clothes" },
    { id: "clothes2", name: "Other", handle: "other", mpath: "clothes2" },
  ])
  await insert(db, "product_category_product", [
    { product_id: "shirt", product_category_id: "tops" },
    { product_id: "boot", product_category_id: "clothes2" },
  ])
}

async function seedCarts(db: Client) {
  const cart = { currency_code: "eur", created_at: "2026-03-10T10:00:00Z", updated_at: "2026-03-12T10:00:00Z" }
  await insert(db, "cart", [
    { id: "open", customer_id: "anna", ...cart },
    { id: "old", customer_id: "anna", ...cart, updated_at: "2026-02-12T10:00:00Z" },
    { id: "empty", customer_id: "ben", ...cart },
    { id: "bought", customer_id: "cleo", ...cart, completed_at: "2026-03-13T10:00:00Z" },
  ])
  const item = { title: "x", quantity: 2, raw_unit_price: raw }
  await insert(db, "cart_line_item", [
    { id: "i1", cart_id: "open", product_id: "hat", unit_price: 40, ...item },
    { id: "i2", cart_id: "old", product_id: "boot", unit_price: 5, ...item },
    { id: "i3", cart_id: "bought", product_id: "hat", unit_price: 40, ...item },
  ])
}

/** Fills an empty database with the shop. */
export async function seedCriteriaShop(db: Client): Promise<void> {
  await insert(db, "customer", customers)
  await insert(db, "customer_address", addresses)
  await seedProducts(db)
  await seedOrders(db)
  await seedOrderDetails(db)
  await seedCarts(db)
  await insert(db, "customer_group", [
    { id: "vip", name: "VIP" },
    { id: "gone", name: "Gone", deleted_at: "2026-03-01" },
  ])
  await insert(db, "customer_group_customer", [
    { id: "m1", customer_group_id: "vip", customer_id: "anna" },
    { id: "m2", customer_group_id: "vip", customer_id: "anna" },
    { id: "m3", customer_group_id: "gone", customer_id: "ben" },
  ])
}
