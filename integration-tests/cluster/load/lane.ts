import { setTimeout as sleep } from "node:timers/promises"
import type { Random } from "../../criteria/random"
import type { Shop } from "../shop"
import type { Client } from "./client"
import type { Ledger } from "./ledger"

/** Somebody who does one thing after the other, with customers of their own: nobody else sets the same values. */
export interface Lane {
  client: Client
  random: Random
  ledger: Ledger
  shop: Shop
  customers: Shop["customers"]
  /** When it is enough. */
  signal: AbortSignal
}

/** One thing that somebody does, and how often beside others. */
export interface Activity {
  weight: number
  run(lane: Lane): Promise<void>
}

/** Does activities at random until the signal says otherwise. */
export const goOn = async (lane: Lane, activities: Activity[], pauseMs: number) => {
  const drawn = activities.flatMap((activity) => Array.from({ length: activity.weight }, () => activity))
  while (!lane.signal.aborted) {
    await lane.random.pick(drawn).run(lane)
    await sleep(lane.random.whole(0, 2 * pauseMs))
  }
}
