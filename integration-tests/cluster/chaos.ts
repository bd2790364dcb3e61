import { setTimeout as sleep } from "node:timers/promises"
import type { Random } from "../criteria/random"
import type { Cluster } from "./machines"
import type { Machine } from "./machines/medusa"

export interface ChaosInput {
  cluster: Cluster
  random: Random
  /** How many machines are killed, one after the other. */
  kills: number
  /** Is told what was done, as a line. */
  onEvent(what: string): void
}

/** How often each was ended. */
export interface Endings {
  kills: Map<string, number>
  redis: number
  postgres: number
}

/** Longest wait until there is somebody to kill. */
const PATIENCE_MS = 120_000
/** How long people go on after the last crash. */
const AFTERWARDS_MS = 5_000

/** Any machine that answers, as soon as more than half do: killing those that start would interrupt no work. */
const someMachine = async ({ machines }: Cluster, random: Random): Promise<Machine> => {
  const giveUp = Date.now() + PATIENCE_MS
  for (;;) {
    const up = machines.filter(({ isUp }) => isUp)
    if (2 * up.length > machines.length) return random.pick(up)
    if (Date.now() > giveUp) throw new Error("The machines did not come up again.")
    await sleep(100)
  }
}

/** Kills machines at random moments; Redis at a third of the way, PostgreSQL at two thirds, and both again at the end. */
export const chaos = async ({ cluster, random, kills, onEvent }: ChaosInput): Promise<Endings> => {
  const endings: Endings = { kills: new Map(), redis: 0, postgres: 0 }
  const restart = {
    redis: async () => {
      endings.redis += 1
      await cluster.redis.restart(random.whole(0, 2_000))
    },
    postgres: async () => {
      endings.postgres += 1
      await cluster.postgres.crash(random.whole(0, 2_000))
    },
  }
  const servers: Record<number, (keyof typeof restart)[]> = {
    [Math.ceil(kills / 3)]: ["redis"],
    [Math.ceil((2 * kills) / 3)]: ["postgres"],
    [kills]: ["postgres", "redis"],
  }
  for (let kill = 1; kill <= kills; kill++) {
    await sleep(random.whole(500, 7_000))
    const machine = await someMachine(cluster, random)
    machine.kill()
    endings.kills.set(machine.name, (endings.kills.get(machine.name) ?? 0) + 1)
    onEvent(`kill ${kill}: ${machine.name}`)
    for (const server of servers[kill] ?? []) {
      await sleep(random.whole(500, 3_000))
      onEvent(`crash: ${server}`)
      await restart[server]()
    }
  }
  await sleep(AFTERWARDS_MS)
  return endings
}
