import { cloneDatabase, dropDatabase } from "../../scripts/postgres"
import { step } from "../../scripts/progress"
import { buildStore, migratedTemplate } from "../../scripts/store"
import { dropLeftovers, testEnv } from "../../scripts/test/test-server"
import { Random } from "../criteria/random"
import { startCriteriaApp } from "../criteria/start"
import { chaos } from "./chaos"
import { type Aftermath, checks } from "./checks"
import { load } from "./load"
import { Client } from "./load/client"
import { Ledger } from "./load/ledger"
import { type Cluster, DATABASE, type Sizes, startCluster } from "./machines"
import { eventsGivenUp } from "./machines/event-queue"
import { readHeard } from "./machines/heard"
import { settle } from "./settle"
import { fillDatabase, makeGroups, readShop, type Shop, whenCounted } from "./shop"

export interface RunInput extends Sizes {
  kills: number
  seed: number
  /** Is given the cluster as soon as there is one, to end it at a Ctrl-C. */
  onStart(cluster: Cluster): void
}

export interface Result {
  passed: number
  failed: number
}

const SETTLE_MS = 180_000

const whenUp = async ({ machines }: Cluster) => {
  const giveUp = Date.now() + 180_000
  while (machines.some(({ isUp }) => !isUp)) {
    if (Date.now() > giveUp)
      throw machines.find(({ isUp }) => !isUp)!.lastProblem ?? new Error("Not all machines start.")
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const prepare = async ({ servers, workers, seed, onStart }: RunInput) => {
  await step("Build", () => buildStore({ withAdmin: false }))
  const cluster = await step("PostgreSQL and Redis", () => startCluster({ servers, workers }))
  onStart(cluster)
  Object.assign(process.env, testEnv(cluster.postgres))
  await step("Migrations", async () => {
    await dropLeftovers(cluster.postgres)
    await cloneDatabase(cluster.postgres, await migratedTemplate(cluster.postgres), DATABASE)
  })
  await step("Shop", () => fillDatabase(cluster.databaseUrl))
  cluster.machines.forEach((machine) => machine.keepUp())
  await step(`${servers} servers and ${workers} workers`, () => whenUp(cluster))
  await whenCounted(cluster.databaseUrl)

  const found = await readShop(cluster.databaseUrl)
  const random = new Random(seed)
  const client = new Client(
    cluster.servers.map(({ url }) => url),
    found.publishableKey,
    random.fork(),
  )
  const shop: Shop = { ...found, ...(await step("Groups", () => makeGroups(client, found))) }
  return { cluster, client, shop, random }
}

const report = ({ ledger, endings, heard }: Aftermath, cluster: Cluster) => {
  const lines = [...ledger.counts].sort().map(([what, count]) => `${what} ${count}`)
  console.log(`\n  requests: ${lines.join(", ")}`)
  for (const [what, message] of ledger.complaints) console.log(`    ${what}: ${message.slice(0, 200)}`)
  const kills = [...endings.kills].sort().map(([name, count]) => `${name} ${count}`)
  console.log(`  kills: ${kills.join(", ")}; crashes: Redis ${endings.redis}, PostgreSQL ${endings.postgres}`)
  const byThemselves = cluster.machines.filter(({ endedByItself }) => endedByItself > 0)
  for (const { name, endedByItself } of byThemselves) console.log(`  ${name} ended by itself: ${endedByItself}`)
  console.log(`  events heard: ${heard.length}\n`)
}

const judge = async (aftermath: Aftermath): Promise<Result> => {
  const result: Result = { passed: 0, failed: 0 }
  for (const { name, problemOf } of checks) {
    const problem = await problemOf(aftermath).catch((error: Error) => error.stack ?? error.message)
    result[problem === undefined ? "passed" : "failed"] += 1
    console.log(problem === undefined ? `  ✓ ${name}` : `  ✗ ${name}\n    ${problem}`)
  }
  return result
}

/** A shop on many machines under load, while they die: and what must hold at the end. */
export const run = async (input: RunInput): Promise<Result> => {
  const { cluster, client, shop, random } = await prepare(input)
  const ledger = new Ledger()
  const ending = new AbortController()
  const working = load({ client, shop, ledger, random: random.fork(), signal: ending.signal })
  const start = Date.now()
  const onEvent = (what: string) => console.log(`  ${((Date.now() - start) / 1000).toFixed(0)} s  ${what}`)
  const endings = await step("Load", async () => {
    const done = await chaos({ cluster, random: random.fork(), kills: input.kills, onEvent }).finally(() =>
      ending.abort(),
    )
    await working
    return done
  })
  const remains = await step("Rest", () => settle(cluster, SETTLE_MS))
  await cluster.stopMachines()
  const givenUp = await eventsGivenUp(cluster.redis)

  const app = await step("Oracle", () => startCriteriaApp(DATABASE))
  const heard = readHeard(cluster.heardFolder)
  const aftermath: Aftermath = { app, shop, ledger, heard, endings, kills: input.kills, remains, givenUp }
  report(aftermath, cluster)
  try {
    return await judge(aftermath)
  } finally {
    await app.stop()
    await dropDatabase(cluster.postgres, DATABASE)
  }
}
