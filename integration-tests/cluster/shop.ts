import { setTimeout as sleep } from "node:timers/promises"
import { withClient } from "../../scripts/postgres"
import { seed } from "../../scripts/seed"
import { markStarted, markFinished } from "../../scripts/seed/mark"
import type { Criteria } from "../../src/modules/customer-groups/criteria"
import { type Client } from "./load/client"

/** Few customers, so that everybody changes often. */
const AMOUNTS = { customers: 240, orders: 480, openCarts: 0, groups: { count: 0, members: 0 } }

/** What is needed to sell and to edit. */
export interface Shop {
  publishableKey: string
  salesChannel: string
  region: string
  shippingOption: string
  variants: string[]
  products: string[]
  customers: { id: string; email: string; hasAccount: boolean }[]
  /** Filled by hand. */
  byHand: string[]
  /** With the criteria that they have at the beginning, each changeable by its number. */
  automatic: { id: string; criteria(number: number): Criteria }[]
}

/** Customers with orders, products, a region, shipping; no groups. */
export const fillDatabase = async (databaseUrl: string) => {
  await markStarted(databaseUrl)
  await seed({ databaseUrl, ...AMOUNTS })
  await markFinished(databaseUrl, "cluster", AMOUNTS)
}

/** What the database holds to sell and edit; groups are made later. */
export const readShop = (databaseUrl: string): Promise<Omit<Shop, "byHand" | "automatic">> =>
  withClient(databaseUrl, async (client) => {
    const rowsOf = async <Row>(text: string) => (await client.query(text)).rows as Row[]
    const [one] = await rowsOf<{ key: string; channel: string; region: string; option: string }>(`
      select (select token from api_key where type = 'publishable' limit 1) as key,
        (select default_sales_channel_id from store limit 1) as channel,
        (select id from region where currency_code = 'eur') as region,
        (select o.id from shipping_option o join shipping_option_rule r on r.shipping_option_id = o.id
          where r.attribute = 'is_return' and r.value = '"false"' order by o.id limit 1) as option`)
    const variants = await rowsOf<{ id: string; product_id: string }>(
      "select id, product_id from product_variant where not manage_inventory order by id limit 20",
    )
    const customers = await rowsOf<{ id: string; email: string; has_account: boolean }>(
      "select id, email, has_account from customer order by id",
    )
    return {
      publishableKey: one.key,
      salesChannel: one.channel,
      region: one.region,
      shippingOption: one.option,
      variants: variants.map(({ id }) => id),
      products: variants.map(({ product_id }) => product_id),
      customers: customers.map(({ id, email, has_account }) => ({ id, email, hasAccount: has_account })),
    }
  })

/** Waits until what customers have ordered is counted: before, no criteria may read it. */
export const whenCounted = (databaseUrl: string) =>
  withClient(databaseUrl, async (client) => {
    const giveUp = Date.now() + 60_000
    for (;;) {
      const { rows } = await client.query("select status from customer_statistics_state")
      if (rows[0]?.status === "ready") return
      if (Date.now() > giveUp) throw new Error("What customers have ordered is not counted after a minute.")
      await sleep(250)
    }
  })

type Changing = (shop: Pick<Shop, "products">, byHand: string[], automatic: string[]) => (number: number) => Criteria

/** Orders, profile, addresses, metadata, products and other groups: something for each way in which customers change. */
const GROUPS: Record<string, Changing> = {
  "Ordered often": () => (number) => ({
    all: [{ attribute: "order_count", operator: "gte", value: 2 + (number % 3) }],
  }),
  "Spent a lot": () => (number) => ({
    all: [{ attribute: "total_spent", operator: "gte", value: 300 + 50 * (number % 4), currency_code: "eur" }],
  }),
  "Ordered lately": () => () => ({
    all: [{ attribute: "order_count", operator: "gte", value: 1, window: { last: { n: 30, unit: "day" } } }],
  }),
  "From Germany": () => (number) => ({
    all: [{ attribute: "country", operator: "in", value: number % 2 ? ["de", "fr"] : ["de"], address: "any" }],
  }),
  Gold: () => () => ({
    any: [
      { attribute: "metadata_text", operator: "eq", value: "gold", key_path: ["tier"] },
      { attribute: "first_name", operator: "starts_with", value: "Gold" },
    ],
  }),
  "Bought boots":
    ({ products }) =>
    () => ({
      all: [{ attribute: "purchased_product", operator: "in", value: products.slice(0, 4) }],
    }),
  "Often and not from Germany":
    (_, __, [often, , , german]) =>
    () => ({
      all: [
        { attribute: "member_of_group", operator: "eq", value: often },
        { attribute: "member_of_group", operator: "ne", value: german },
      ],
    }),
  "Picked and ordered lately":
    (_, [picked], [, , lately]) =>
    () => ({
      all: [
        { attribute: "member_of_group", operator: "eq", value: picked },
        { attribute: "member_of_group", operator: "eq", value: lately },
      ],
    }),
}

const made = async (client: Client, path: string, body: unknown) => {
  const outcome = await client.sendAgain({ path, body })
  if (outcome.is !== "done") throw new Error(`${path}: ${JSON.stringify(outcome)}`)
  return outcome.data.customer_group.id as string
}

/** Makes the groups by the API. Nothing is held: everybody changes all the time here. */
export const makeGroups = async (
  client: Client,
  shop: Omit<Shop, "byHand" | "automatic">,
): Promise<Pick<Shop, "byHand" | "automatic">> => {
  const byHand: string[] = []
  for (const name of ["Picked", "Also picked"]) byHand.push(await made(client, "/admin/customer-groups", { name }))
  const automatic: Shop["automatic"] = []
  for (const [name, changing] of Object.entries(GROUPS)) {
    const criteria = changing(
      shop,
      byHand,
      automatic.map(({ id }) => id),
    )
    const body = { name, criteria: criteria(0), guard: { off: true } }
    automatic.push({ id: await made(client, "/admin/customer-groups/automatic", body), criteria })
  }
  return { byHand, automatic }
}
