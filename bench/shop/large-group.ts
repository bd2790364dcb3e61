import { setTimeout as sleep } from "node:timers/promises"
import { withClient } from "../../scripts/postgres"
import type { Client } from "../client"
import type { Stores } from "../stores"

const GROUP = { id: "cusgroup_bench_large", name: "Benchmark of a large group" }

/** The last day after which about so many customers have come: nearly all of them, in a small shop. */
const dayBefore = (databaseUrl: string, amount: number): Promise<string> =>
  withClient(databaseUrl, async (client) => {
    const { rows } = await client.query(
      `select to_char(coalesce(
          (select created_at from customer where deleted_at is null order by created_at desc offset $1 limit 1),
          (select min(created_at) from customer)) - interval '1 day', 'YYYY-MM-DD') as day`,
      [amount],
    )
    return rows[0].day
  })

const joined = (day: string) => ({
  criteria: { all: [{ attribute: "created_at", operator: "after", value: day }] },
  guard: { off: true },
})
const NOBODY_SINCE = "9999-12-30"

type Operation = { id: string; status: string; joined: number; left: number }

/** Saves criteria that move everybody, and waits until they have moved. */
const moveAll = async (store: Client, day: string): Promise<Operation> => {
  let { operation } = (await store.send("POST", `/admin/customer-groups/${GROUP.id}/criteria`, joined(day))).data
  while (operation.status === "running") {
    await sleep(50)
    operation = (await store.send("GET", `/admin/customer-groups/operations/${operation.id}`)).data.operation
  }
  if (operation.status !== "succeeded") throw new Error(`The evaluation of the large group: ${operation.status}`)
  return operation
}

/**
 * Runs work while a large group is evaluated again and again, with everybody joining and everybody leaving in turn.
 *
 * @param amount of customers
 * @returns how many moved each time, and how often
 */
export const withLargeGroup = async <T>(
  { databaseUrl }: Stores,
  store: Client,
  amount: number,
  work: () => Promise<T>,
): Promise<{ result: T; customers: number; evaluations: number }> => {
  const day = await dayBefore(databaseUrl, amount)
  await withClient(databaseUrl, (client) =>
    client.query("insert into customer_group (id, name) values ($1, $2)", [GROUP.id, GROUP.name]),
  )
  let isWanted = true
  const moved = { customers: 0, evaluations: 0 }
  const goOn = async () => {
    while (isWanted) {
      const { joined, left } = await moveAll(store, moved.evaluations % 2 ? NOBODY_SINCE : day)
      moved.customers = Math.max(moved.customers, joined, left)
      moved.evaluations += 1
    }
  }
  try {
    const evaluating = goOn()
    // Should it fail, that is told when the work is done.
    evaluating.catch(() => (isWanted = false))
    const result = await work().finally(() => (isWanted = false))
    await evaluating
    return { result, ...moved }
  } finally {
    isWanted = false
    await withClient(databaseUrl, async (client) => {
      for (const table of ["customer_group_criteria", "customer_group_operation"])
        await client.query(`delete from ${table} where group_id = $1`, [GROUP.id])
      await client.query("delete from customer_group where id = $1", [GROUP.id])
    })
  }
}
