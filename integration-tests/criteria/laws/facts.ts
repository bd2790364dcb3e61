import { factsIn } from "../../helpers/orders"
import type { Random } from "../random"
import type { Bench, ShopLaw } from "./law"

/** What may become of an order, each on the order `$1`. The customer of `$2` is another one than before. */
const CHANGES = [
  `update "order" set status = 'canceled', canceled_at = now() where id = $1`,
  `update "order" set status = 'completed', canceled_at = null, is_draft_order = false, deleted_at = null where id = $1`,
  `update "order" set deleted_at = now() where id = $1`,
  `update "order" set created_at = created_at - interval '40 days' where id = $1`,
  `update order_item set deleted_at = now() where order_id = $1`,
  `update order_item set quantity = quantity + 1, raw_quantity = jsonb_build_object('value', (quantity + 1)::text) where order_id = $1`,
  `update order_item set return_received_quantity = quantity, raw_return_received_quantity = raw_quantity where order_id = $1`,
  `update order_transaction set amount = amount - 3, raw_amount = jsonb_build_object('value', (amount - 3)::text) where order_id = $1`,
  `delete from order_shipping where order_id = $1`,
]

/** Whose an order is, if it is anybody's. */
const ownersOf = async ({ app }: Bench, orderId: string): Promise<string[]> => {
  const { rows } = await app.db.query('select customer_id from "order" where id = $1 and customer_id is not null', [
    orderId,
  ])
  return rows.map(({ customer_id }) => customer_id)
}

/** Changes some orders past Medusa. @returns which, and whose they are and were */
const changeOrders = async (bench: Bench, random: Random): Promise<{ orderIds: string[]; owners: string[] }> => {
  const owners: string[] = []
  const orderIds = random.several(bench.shop.orderIds, 25)
  for (const orderId of orderIds) {
    owners.push(...(await ownersOf(bench, orderId)))
    if (random.percent(15)) {
      const other = random.pick(bench.shop.customerIds)
      await bench.app.db.query('update "order" set customer_id = $2 where id = $1', [orderId, other])
      owners.push(other)
    } else await bench.app.db.query(random.pick(CHANGES), [orderId])
  }
  return { orderIds, owners }
}

const rebuild = async ({ app }: Bench) => {
  await app.groups.rebuildStatistics()
  return factsIn(app)
}

const problemBetween = (refreshed: unknown, rebuilt: unknown) =>
  JSON.stringify(refreshed) === JSON.stringify(rebuilt)
    ? undefined
    : `refreshed ${JSON.stringify(refreshed)}\nrebuilt ${JSON.stringify(rebuilt)}`

/** The rows of one table that stand on one side only. */
const onlyIn = (some: unknown[], others: unknown[]) => {
  const known = new Set(others.map((row) => JSON.stringify(row)))
  return some.filter((row) => !known.has(JSON.stringify(row)))
}

type Facts = Awaited<ReturnType<typeof factsIn>>

const compareFacts = (refreshed: Facts, rebuilt: Facts): string | undefined =>
  (Object.keys(rebuilt) as (keyof Facts)[])
    .map((table) => problemBetween(onlyIn(refreshed[table], rebuilt[table]), onlyIn(rebuilt[table], refreshed[table])))
    .find((problem) => problem)

export const refreshedFacts: ShopLaw = {
  name: "facts refreshed after changes are those of a rebuild",
  problemOf: async (bench, random) => {
    await bench.app.groups.refreshStatistics((await changeOrders(bench, random)).owners)
    const refreshed = await factsIn(bench.app)
    return compareFacts(refreshed, await rebuild(bench))
  },
}

export const factsOfMarkedOrders: ShopLaw = {
  name: "facts of the orders that were marked, after changes, are those of a rebuild",
  problemOf: async (bench, random) => {
    const { groups } = bench.app
    for (const id of (await changeOrders(bench, random)).orderIds) await groups.markChanged("order", [id], "orders")
    while ((await groups.evaluatePending()) > 0);
    const refreshed = await factsIn(bench.app)
    return compareFacts(refreshed, await rebuild(bench))
  },
}

export const factsFromNothing: ShopLaw = {
  name: "facts of customers one by one from empty tables are those of a rebuild",
  problemOf: async (bench, _random, isFirst) => {
    if (!isFirst) return undefined
    await bench.app.db.query("truncate customer_order_fact, customer_purchase_fact, customer_statistics")
    for (const id of bench.shop.customerIds) await bench.app.groups.refreshStatistics([id])
    const refreshed = await factsIn(bench.app)
    return compareFacts(refreshed, await rebuild(bench))
  },
}

export const checkedFacts: ShopLaw = {
  name: "the check of the facts finds nothing",
  problemOf: async ({ app }) => {
    const { differing, customer_ids } = await app.groups.checkStatistics()
    return differing ? `${differing} customers differ: ${customer_ids.join(", ")}` : undefined
  },
}
