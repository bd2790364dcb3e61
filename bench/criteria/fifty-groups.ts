import type { Client } from "pg"
import type { Criteria } from "../../src/modules/customer-groups/criteria"
import type { Stores } from "../stores"
import { fiftyCriteria } from "./fifty"
import { readShop } from "./shop"

const PREFIX = "cusgroup_bench_fifty_"

const remove = async (client: Client) => {
  for (const table of ["customer_group_criteria", "customer_group_operation"])
    await client.query(`delete from ${table} where starts_with(group_id, $1)`, [PREFIX])
  await client.query("delete from customer_group where starts_with(id, $1)", [PREFIX])
}

/**
 * Fifty automatic groups, for as long as the work takes. They are empty at first, and nothing evaluates them whole during
 * the work: customers move into them as they are evaluated.
 *
 * @param first criteria of the first one, in place of its own
 */
export const withFiftyGroups = async <T>(
  stores: Stores,
  client: Client,
  work: (groupIds: string[]) => Promise<T>,
  first?: Criteria,
): Promise<T> => {
  const { groups } = stores.module
  const all = fiftyCriteria(await readShop(stores))
  if (first) all[0] = first
  const ids = all.map((_, index) => PREFIX + index)
  try {
    for (const [index, criteria] of all.entries()) {
      await client.query("insert into customer_group (id, name) values ($1, $2)", [ids[index], `Benchmark ${index}`])
      await groups.setCriteria({ group_id: ids[index]!, criteria, guard: { off: true } })
    }
    await client.query(
      "update customer_group_criteria set due_at = now() + interval '1 day' where starts_with(group_id, $1)",
      [PREFIX],
    )
    return await work(ids)
  } finally {
    await remove(client)
  }
}
