import type { Client } from "pg"
import { withClient } from "../postgres"
import { companies, countries } from "./data/countries"
import { writeCarts } from "./sql/carts"
import { stageCustomers, writeCustomers } from "./sql/customers"
import { continueNumbers, writeFulfillments } from "./sql/fulfillments"
import { seedFunctions } from "./sql/functions"
import { writeDemoMembers, writeEqualGroups } from "./sql/groups"
import { writeOrders } from "./sql/orders"
import { stagePayments, writePayments, writeTransactions } from "./sql/payments"
import { stageOrders } from "./sql/stage-orders"
import { largeTables, withoutIndexes } from "./without-indexes"

export type Amounts = {
  customers: number
  orders: number
  openCarts: number
  /** The demo's own groups, or a number of groups of equal size. */
  groups: "demo" | { count: number; members: number }
  /** Most orders in one version, and none with payments and parcels: a third of the disk. For measuring only. */
  isLean?: boolean
}

/** Several statements with parameters: PostgreSQL takes one at a time, and what is not text is safe to write out. */
const runAll = async (client: Client, sql: string, parameters: (string | number | boolean)[] = []) => {
  const literal = (value: string | number | boolean) =>
    typeof value === "string" ? client.escapeLiteral(value) : String(value)
  await client.query(sql.replace(/\$(\d)(?=::)/g, (_, position) => literal(parameters[Number(position) - 1])))
}

const isSuperuser = async (client: Client) => {
  const { rows } = await client.query("select rolsuper from pg_roles where rolname = current_user")
  return rows[0].rolsuper as boolean
}

const write = async (client: Client, { customers, orders, openCarts, groups, isLean = false }: Amounts) => {
  await client.query(seedFunctions)
  await runAll(client, stageCustomers, [JSON.stringify(countries), JSON.stringify(companies), customers])
  await runAll(client, stageOrders, [orders, customers, isLean])

  await runAll(client, writeCustomers)
  const around = isLean ? [] : [...writePayments, ...writeFulfillments]
  for (const statement of [...writeOrders, stagePayments, ...around, writeTransactions, continueNumbers]) {
    await client.query(statement)
  }
  await runAll(client, writeCarts, [openCarts, customers])

  if (groups === "demo") await runAll(client, writeDemoMembers)
  else await runAll(client, writeEqualGroups, [groups.count, groups.members, customers])
}

/** Groups and their members instead of those that are there, in a shop whose customers were made here. */
const rewriteGroups = async (client: Client, { groups, customers }: Amounts) => {
  if (groups === "demo") throw new Error("The demo's groups are made by Medusa.")
  await client.query(seedFunctions)
  await client.query("truncate customer_group_customer; delete from customer_group; delete from customer_group_state")
  await runAll(client, writeEqualGroups, [groups.count, groups.members, customers])
}

const inOneGo = (databaseUrl: string, work: (client: Client) => Promise<void>) =>
  withClient(databaseUrl, async (client) => {
    await client.query(
      "set jit = off; set work_mem = '256MB'; set synchronous_commit = off; set max_parallel_workers_per_gather = 0",
    )
    await client.query("begin")
    // Neither foreign keys nor the log look at each row: the rows fit, and the counts are set once at the end.
    if (await isSuperuser(client)) await client.query("set local session_replication_role = replica")

    await work(client)

    await client.query("select customer_groups_reset_counts()")
    await client.query("commit")
  })

/**
 * Writes customers, orders, carts and memberships into a shop that has products and nothing else: by SQL, set by set,
 * the rows that Medusa would write. All or nothing.
 */
export const fillShop = async (databaseUrl: string, amounts: Amounts) => {
  await inOneGo(databaseUrl, (client) => withoutIndexes(client, largeTables, () => write(client, amounts)))
  await withClient(databaseUrl, (client) => client.query("analyze"))
}

/** Puts the groups of a filled shop back as they were made. */
export const fillGroups = async (databaseUrl: string, amounts: Amounts) => {
  await inOneGo(databaseUrl, (client) =>
    withoutIndexes(client, ["customer_group_customer"], () => rewriteGroups(client, amounts)),
  )
  await withClient(databaseUrl, (client) => client.query("vacuum analyze customer_group_customer"))
}
