/**
 * `npm run test:cluster [-- --servers 2 --workers 2 --kills 24 --seed 1]`: a shop on many machines under load, whose
 * processes are killed at random while Redis and PostgreSQL crash. At the end nothing may be lost, done twice or stuck.
 *
 * Needs `redis-server`. The last line is `N passed, N failed`.
 */
import { parseArgs } from "node:util"
import type { Cluster } from "../integration-tests/cluster/machines"
import { requireRedis } from "../integration-tests/cluster/machines/redis"
import { run } from "../integration-tests/cluster/run"
import { Problem } from "./problem"
import { exitWith } from "./test/exit-with"

const wholeNumber = (name: string, text: string): number => {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new Problem(`--${name} ${text}: not a whole number from 1`)
  return number
}

let cluster: Cluster | undefined

for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(name, async () => {
    cluster?.machines.forEach((machine) => machine.end())
    await cluster?.stop()
    process.exit(130)
  })

const test = async (): Promise<boolean> => {
  const { values } = parseArgs({
    options: {
      servers: { type: "string", default: "2" },
      workers: { type: "string", default: "2" },
      kills: { type: "string", default: "24" },
      seed: { type: "string", default: "1" },
    },
  })
  requireRedis()
  try {
    const { passed, failed } = await run({
      servers: wholeNumber("servers", values.servers),
      workers: wholeNumber("workers", values.workers),
      kills: wholeNumber("kills", values.kills),
      seed: wholeNumber("seed", values.seed),
      onStart: (started) => (cluster = started),
    })
    console.log(`\n${passed} passed, ${failed} failed`)
    return failed === 0
  } finally {
    await cluster?.stop()
  }
}

void exitWith(test())
