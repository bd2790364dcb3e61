import type { Client } from "pg"
import { withClient } from "../../scripts/postgres"
import { compile } from "../../src/modules/customer-groups/criteria"
import { EVALUATION_SETTINGS } from "../../src/modules/customer-groups/sql/evaluation"
import { numbered, sql, type Sql } from "../../src/modules/customer-groups/sql/sql"
import { type Case, casesOf } from "../criteria/cases"
import { readShop } from "../criteria/shop"
import { type Measure, median, rounded, timed, toRow } from "../measure"

/**
 * What is written by hand takes up to minutes. It runs a second time, with warm caches, only if the first took less than
 * this: tables that it reads for longer do not fit into memory anyway.
 */
const WORTH_WARMING_MS = 30_000

type Found = { ms: number; customers: number }

/** Finds who matches into a temporary table, as the first half of an evaluation does; both ways the same. */
const find = async (client: Client, matching: Sql): Promise<Found> => {
  await client.query("begin")
  try {
    await client.query(EVALUATION_SETTINGS.text)
    const ms = await timed(async () => {
      await client.query(numbered(sql`create temporary table found on commit drop as ${matching}`))
      await client.query("analyze found")
    })
    const { rows } = await client.query("select count(*)::int as customers from found")
    return { ms, customers: rows[0].customers }
  } finally {
    await client.query("rollback")
  }
}

/** One after the other, the first only warming caches. */
const findOften = async (client: Client, runs: number, matching: () => Sql) => {
  const found: Found[] = []
  for (let run = 0; run <= runs; run++) found.push(await find(client, matching()))
  const [first, ...counted] = found as [Found, ...Found[]]
  return { first: rounded(first.ms), median: median(counted.map(({ ms }) => ms)), customers: first.customers }
}

const findByHand = async (client: Client, matching: Sql) => {
  const first = await find(client, matching)
  const isWarmed = first.ms < WORTH_WARMING_MS
  const { ms } = isWarmed ? await find(client, matching) : first
  return { ms: rounded(ms), customers: first.customers, first: rounded(first.ms), isWarmed }
}

const measured = async (client: Client, runs: number, { criteria }: Case) =>
  findOften(client, runs, () => compile(criteria, "all", { now: new Date(), timeZone: "UTC" }))

/** The slowest of the cases, beside the same by hand. */
const measure = (name: keyof ReturnType<typeof casesOf>): Measure => ({
  names: [name],
  needs: ["facts"],
  run: async (stores, runs) => {
    const cases = casesOf(await readShop(stores))[name]!
    return withClient(stores.databaseUrl, async (client) => {
      const ours: { of: Case; found: Awaited<ReturnType<typeof measured>> }[] = []
      for (const of of cases) ours.push({ of, found: await measured(client, runs, of) })
      const { of, found } = ours.reduce((a, b) => (b.found.median > a.found.median ? b : a))
      const byHand = await findByHand(client, of.byHand)
      const details = {
        customers: found.customers,
        by_hand_customers: byHand.customers,
        first_ms: found.first,
        by_hand_first_ms: byHand.first,
        by_hand_runs: 1,
        by_hand_warmed: byHand.isWarmed,
        ...(cases.length > 1 ? { cases: ours.map((each) => each.found) } : {}),
      }
      return [toRow(name, runs, { plugin: found.median, medusa: byHand.ms }, details, of.target)]
    })
  },
})

export const criteriaMeasures: Measure[] = [
  measure("criteria_spent"),
  measure("criteria_window"),
  measure("criteria_window_spent"),
  measure("criteria_category"),
  measure("criteria_mixed"),
]
