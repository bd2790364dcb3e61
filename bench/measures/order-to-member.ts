import { setTimeout as sleep } from "node:timers/promises"
import { performance } from "node:perf_hooks"
import type { Client } from "pg"
import { withClient } from "../../scripts/postgres"
import { connect } from "../client"
import { withFiftyGroups } from "../criteria/fifty-groups"
import { type Measure, median, rounded, toRow } from "../measure"
import { startPluginStore, whileTheyRun } from "../plugin-store"
import { makeAllDue, whenQuiet } from "../queue"
import { type Buyer, withBuyers } from "../shop/buyers"
import { withLargeGroup } from "../shop/large-group"
import { openStorefront, type Storefront } from "../shop/storefront"

const ORDERS = 50
/** Before those that count: caches and plans are warmed. */
const WARMING = 5
/** Of the group that is evaluated at the same time. */
const LARGE = 250_000

/** Whoever orders for the first time is in from then on. */
const HAS_ORDERED = { all: [{ attribute: "order_count" as const, operator: "gte" as const, value: 1 }] }

const PATIENCE_MS = 120_000

const whenMember = async (client: Client, groupId: string, { id }: Buyer) => {
  const giveUp = Date.now() + PATIENCE_MS
  for (;;) {
    const { rowCount } = await client.query(
      "select from customer_group_customer where customer_group_id = $1 and customer_id = $2",
      [groupId, id],
    )
    if (rowCount) return
    if (Date.now() > giveUp) throw new Error(`${id} has ordered, and is no member after ${PATIENCE_MS / 1_000} s.`)
    await sleep(2)
  }
}

type Filled = { buyer: Buyer; cartId: string }
/** From the answer to the last click to the membership, and the last click with its answer. */
type Times = { member: number; complete: number }

const order = async (storefront: Storefront, client: Client, groupId: string, { buyer, cartId }: Filled) => {
  const clicked = performance.now()
  await storefront.completeCart(buyer, cartId)
  const answered = performance.now()
  await whenMember(client, groupId, buyer)
  return { complete: answered - clicked, member: performance.now() - answered }
}

const figures = (times: Times[], prefix = "") => ({
  [`${prefix}median_ms`]: median(times.map(({ member }) => member)),
  [`${prefix}worst_ms`]: rounded(Math.max(...times.map(({ member }) => member))),
  [`${prefix}complete_ms`]: median(times.map(({ complete }) => complete)),
})

/** An order that makes its customer a member, from the storefront's last click to the row that prices are read from. */
export const orderToMember: Measure = {
  names: ["order_to_member"],
  needs: ["facts", "built"],
  run: (stores) =>
    withClient(stores.databaseUrl, (client) =>
      withBuyers([stores.databaseUrl], WARMING + 2 * ORDERS, (buyers) =>
        withFiftyGroups(
          stores,
          client,
          ([groupId]) =>
            whileTheyRun([startPluginStore({ databaseUrl: stores.databaseUrl, mode: "shared" })], async ([{ url }]) => {
              const storefront = await openStorefront(url, stores.databaseUrl)
              const filled: Filled[] = []
              for (const buyer of buyers) filled.push({ buyer, cartId: await storefront.fillCart(buyer) })
              await makeAllDue(client)
              await whenQuiet(client)

              const orderAll = async (those: Filled[], pause: () => Promise<unknown>) => {
                const times: Times[] = []
                for (const each of those) {
                  times.push(await order(storefront, client, groupId!, each))
                  await pause()
                }
                return times
              }
              await orderAll(filled.slice(0, WARMING), () => whenQuiet(client))
              const alone = await orderAll(filled.slice(WARMING, WARMING + ORDERS), () => whenQuiet(client))
              const large = await withLargeGroup(stores, await connect(url), LARGE, () =>
                orderAll(filled.slice(WARMING + ORDERS), () => sleep(100)),
              )

              const row = toRow(
                "order_to_member",
                ORDERS,
                { plugin: figures(alone).median_ms! },
                {
                  from: "the answer to complete, to the row in customer_group_customer",
                  groups: 50,
                  worst_ms: figures(alone).worst_ms,
                  complete_ms: figures(alone).complete_ms,
                  ...figures(large.result, "evaluating_"),
                  evaluated_customers: large.customers,
                  evaluations: large.evaluations,
                },
                { ms: 1_000, atMost: { worst_ms: 2_000, evaluating_median_ms: 1_000, evaluating_worst_ms: 2_000 } },
              )
              return [row]
            }),
          HAS_ORDERED,
        ),
      ),
    ),
}
