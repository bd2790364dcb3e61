import { setTimeout as sleep } from "node:timers/promises"
import type { Client } from "pg"
import { withClient } from "../../scripts/postgres"
import { withFiftyGroups } from "../criteria/fifty-groups"
import { type Measure, median, timed, toRow } from "../measure"
import { medianWithin } from "../median-within"
import { startPlainStore } from "../plain-store"
import { startPluginStore, whileTheyRun } from "../plugin-store"
import { makeAllDue, whenQuiet } from "../queue"
import { type Buyer, withBuyers } from "../shop/buyers"
import { openStorefront } from "../shop/storefront"

const PAIRS_A_RUN = 40
const FEWEST_PAIRS = 60
const WARMING = 10
/** Until the next click: what an order sets off in the background must not meet the other store's order. */
const PAUSE_MS = 50
const LEAST_RATIO = 0.97

type Way = (buyer: Buyer) => Promise<number>
type Pair = { plugin: number; plain: number }

/** The same buyers order in both stores, in turn first in the one and first in the other. */
const inPairs = async (buyers: Buyer[], ways: { plugin: Way; plain: Way }) => {
  const pairs: Pair[] = []
  for (const [index, buyer] of buyers.entries()) {
    const pair: Pair = { plugin: 0, plain: 0 }
    const order = ["plugin", "plain"] as const
    for (const way of index % 2 ? order : [...order].reverse()) pair[way] = await ways[way](buyer)
    pairs.push(pair)
  }
  return pairs.slice(WARMING)
}

/** Fills each buyer's cart beforehand; what is timed is the last click. */
const clicksIn = async (url: string, databaseUrl: string, buyers: Buyer[], whenDone: () => Promise<unknown>) => {
  const storefront = await openStorefront(url, databaseUrl)
  const carts = new Map<string, string>()
  for (const buyer of buyers) carts.set(buyer.id, await storefront.fillCart(buyer))
  return async (buyer: Buyer) => {
    const ms = await timed(() => storefront.completeCart(buyer, carts.get(buyer.id)!))
    await whenDone()
    await sleep(PAUSE_MS)
    return ms
  }
}

/** The last click of a customer, in a store with the plugin, its triggers and fifty groups, and in one of plain Medusa. */
export const checkoutOverhead: Measure = {
  names: ["checkout_overhead"],
  needs: ["facts", "built", "copied"],
  run: (stores, runs) => {
    const { databaseUrl, plainDatabaseUrl } = stores
    const pairs = Math.max(FEWEST_PAIRS, PAIRS_A_RUN * runs)

    const measure = (client: Client, buyers: Buyer[]) =>
      whileTheyRun(
        [startPluginStore({ databaseUrl, mode: "shared" }), startPlainStore(plainDatabaseUrl)],
        async ([plugin, plain]) => {
          const ways = {
            plugin: await clicksIn(plugin!.url, databaseUrl, buyers, () => whenQuiet(client)),
            plain: await clicksIn(plain!.url, plainDatabaseUrl, buyers, () => Promise.resolve()),
          }
          await makeAllDue(client)
          await whenQuiet(client)
          const made = await inPairs(buyers, ways)
          const ratio = medianWithin(made.map(({ plugin, plain }) => plain / plugin))
          const times = {
            plugin: median(made.map(({ plugin }) => plugin)),
            medusa: median(made.map(({ plain }) => plain)),
            ratio: ratio.median,
          }
          const details = { pairs, ratio_from: ratio.from, ratio_to: ratio.to, groups: 50 }
          return [toRow("checkout_overhead", pairs, times, details, { ratio: LEAST_RATIO })]
        },
      )

    return withClient(databaseUrl, (client) =>
      withBuyers([databaseUrl, plainDatabaseUrl], WARMING + pairs, (buyers) =>
        withFiftyGroups(stores, client, () => measure(client, buyers)),
      ),
    )
  },
}
