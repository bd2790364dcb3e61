import type { Random } from "../../criteria/random"
import type { Shop } from "../shop"
import type { Client } from "./client"
import { edits } from "./edits"
import { groupWork } from "./groups"
import { type Activity, goOn, type Lane } from "./lane"
import type { Ledger } from "./ledger"
import { sales } from "./orders"

/** How many people are at something at the same time: buyers, editors, and one who minds the groups. */
const PEOPLE: { count: number; activities: Activity[]; pauseMs: number }[] = [
  { count: 4, activities: sales, pauseMs: 300 },
  { count: 2, activities: edits, pauseMs: 150 },
  { count: 1, activities: groupWork, pauseMs: 1_000 },
]

export interface LoadInput {
  client: Client
  shop: Shop
  ledger: Ledger
  random: Random
  signal: AbortSignal
}

/** Orders, edits and evaluations until the signal says otherwise. */
export const load = async ({ client, shop, ledger, random, signal }: LoadInput): Promise<void> => {
  const running = PEOPLE.flatMap(({ count, activities, pauseMs }) =>
    Array.from({ length: count }, (_, place) => {
      const customers = shop.customers.filter((_, index) => index % count === place)
      const lane: Lane = { client, random: random.fork(), ledger, shop, customers, signal }
      return goOn(lane, activities, pauseMs)
    }),
  )
  await Promise.all(running)
}
