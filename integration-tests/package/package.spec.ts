import fs from "node:fs"
import path from "node:path"
import { root } from "../../scripts/paths"
import { createDatabase, dropDatabase, withClient } from "../../scripts/postgres"
import { testServer } from "../helpers/store"
import { adminClient, lookAt } from "./admin-client"
import { run } from "./command"
import { PlainStore, pluginName } from "./plain-store"

/**
 * The way of the package: packed, installed into somebody's store, used, and taken out again. Each test goes on where the
 * one before ended.
 */

const database = `customer_groups_package_${process.pid}`
const databaseUrl = testServer().url(database)
const login = { email: "admin@example.com", password: "supersecret" }
const migrations = fs
  .readdirSync(path.join(root, "src", "modules", "customer-groups", "migrations"))
  .filter((file) => file.endsWith(".ts"))
  .map((file) => path.parse(file).name)
const ownEntries = ["nav-child:/customers:/customer-groups"]

/** A file of a store that uses all that the package offers to code. */
const consumer = `
import type { MedusaContainer } from "@medusajs/framework/types"
import { CUSTOMER_GROUPS } from "${pluginName}"
import type { GroupActor } from "${pluginName}/types"
import { createGroupsWorkflow } from "${pluginName}/workflows"

const actor: GroupActor = { type: "user", id: "user_1" }

export const makeGroup = async (container: MedusaContainer): Promise<string> => {
  const { result } = await createGroupsWorkflow(container).run({ input: { groups: [{ name: "VIP" }], actor } })
  // @ts-expect-error A number is no name: the types are real ones.
  createGroupsWorkflow(container).run({ input: { groups: [{ name: 5 }] } })
  container.resolve(CUSTOMER_GROUPS)
  return result[0].id
}
`

let store: PlainStore
let client: Awaited<ReturnType<typeof adminClient>>
let url: string
let groupId: string
let customerIds: string[]

const sql = async (text: string, values: unknown[] = []) =>
  withClient(databaseUrl, async (connection) => (await connection.query(text, values)).rows)

const names = async (text: string): Promise<string[]> => (await sql(text)).map(({ name }) => name)

/** Everything of ours in the database, by name. */
const ownTables = () =>
  names(`select tablename as name from pg_tables
    where tablename like 'customer\\_group\\_%' and tablename <> 'customer_group_customer' order by 1`)
const ownTriggers = () =>
  names(`select tgname as name from pg_trigger
    where not tgisinternal and tgrelid in ('customer_group_customer'::regclass, 'customer_group'::regclass, 'customer'::regclass)`)
const ownFunctions = () => names("select proname as name from pg_proc where proname like 'customer\\_group%'")
const ownMigrations = () =>
  names(`select name from mikro_orm_migrations where name in (${migrations.map((name) => `'${name}'`).join(", ")})
    union all select script_name from script_migrations where script_name like 'customer-groups-%'`)

const hiddenEntries = async () => {
  const { default_configuration: layout } = await client.get("/admin/layouts/sidebar/configuration")
  const widgets: Record<string, { hidden?: boolean }> = layout?.configuration?.widgets ?? {}
  return ownEntries.filter((entry) => widgets[entry]?.hidden)
}

const start = async () => {
  url = (await store.start()).url
  client = await adminClient({ url, ...login })
}

const overviewOf = async (id: string) => {
  const { customer_groups } = await client.get(`/admin/customer-groups/overview?id[]=${id}`)
  return customer_groups[0]
}

beforeAll(async () => {
  const server = testServer()
  await dropDatabase(server, database)
  await createDatabase(server, database)
  store = new PlainStore(databaseUrl)
})

afterAll(async () => {
  await store?.remove()
  await dropDatabase(testServer(), database)
})

describe("the package in somebody's store", () => {
  it("is built, packed and installed", async () => {
    await run("npm run build", root)
    const packed = JSON.parse(await run(`npm pack --json --silent --pack-destination "${store.folder}"`, root))
    const files: string[] = packed[0].files.map((file: { path: string }) => file.path)
    expect(files.filter((file) => /\.spec\.|__tests__|^(src|scripts|bench|integration-tests)\//.test(file))).toEqual([])

    await store.npm(`install "./${path.basename(packed[0].filename)}"`)
    store.configurePlugin(true)
  })

  it("leaves one copy of what the dashboard shares with its extensions", async () => {
    const shared = ["@tanstack/react-query", "react", "react-i18next", "react-router-dom", "@medusajs/ui"]
    const tree = JSON.parse(await store.npm(`query "${shared.map((name) => `[name='${name}']`).join(", ")}"`))
    const found = tree.map(({ name }: { name: string }) => name).sort()
    expect(found).toEqual([...shared].sort())
  })

  it("migrates and builds with the store", async () => {
    store.write("src/lib/consumer.ts", consumer)
    await Promise.all([store.npx("medusa db:migrate --execute-safe-links"), store.npx("medusa build")])
    expect((await ownTables()).length).toBeGreaterThanOrEqual(5)
    expect((await ownMigrations()).length).toBeGreaterThan(migrations.length)
  })

  it("gives its types to the store's code", async () => {
    await store.npx("tsc --noEmit")
  })

  it("starts: the routes answer and the log stands", async () => {
    await store.npx(`medusa user -e ${login.email} -p ${login.password}`)
    await start()
    expect(await client.get("/admin/customer-groups/overview")).toMatchObject({ customer_groups: [], count: 0 })
    expect(await ownTriggers()).not.toEqual([])
  })

  it("makes a group, with its operation", async () => {
    const { customer_group } = await client.post("/admin/customer-groups", { name: "VIP", metadata: { tier: "gold" } })
    groupId = customer_group.id
    const customers = ["anna", "ben", "carla"].map((name) =>
      client.post("/admin/customers", { email: `${name}@example.com`, first_name: name }),
    )
    customerIds = (await Promise.all(customers)).map(({ customer }) => customer.id)
    await client.post(`/admin/customer-groups/${groupId}/members`, { add: { ids: customerIds.slice(0, 2) } })

    const { members, count } = await client.get(`/admin/customer-groups/${groupId}/members`)
    expect([members.length, count]).toEqual([2, 2])
    const { operations } = await client.get(`/admin/customer-groups/${groupId}/operations`)
    expect(operations).toHaveLength(2)
    expect(operations.map(({ actor_name }: { actor_name: string | null }) => actor_name)).not.toContain(null)
  })

  it("counts what others write by SQL", async () => {
    expect(await overviewOf(groupId)).toMatchObject({ member_count: 2 })
    await sql(
      "insert into customer_group_customer (id, customer_group_id, customer_id) values ('cgc_by_sql', $1, $2)",
      [groupId, customerIds[2]],
    )
    expect(await overviewOf(groupId)).toMatchObject({ member_count: 3 })
  })

  it("shows its page in the dashboard, in place of Medusa's entry", async () => {
    expect(store.adminCode()).toContain("/customer-groups/overview")
    expect(await hiddenEntries()).toEqual(ownEntries)

    await lookAt({ url, ...login }, "/app/customer-groups", async (page) => {
      await page.getByRole("link", { name: "VIP", exact: true }).waitFor({ timeout: 30_000 })
      expect(new URL(page.url()).pathname).toBe("/app/groups")
      expect(await page.locator('a[href="/app/customer-groups"]').count()).toBe(0)
    })
  })

  it("is uninstalled as the README says", async () => {
    await store.stop()
    const script = `./node_modules/${pluginName}/.medusa/server/src/scripts/uninstall-customer-groups.js`
    await store.npx(`medusa exec ${script}`)
    store.configurePlugin(false)
    store.write("src/lib/consumer.ts", "export {}\n")
    await store.npm(`uninstall ${pluginName}`)
    await Promise.all([store.npx("medusa db:migrate --execute-safe-links"), store.npx("medusa build")])

    expect(await Promise.all([ownTables(), ownTriggers(), ownFunctions(), ownMigrations()])).toEqual([[], [], [], []])
  })

  it("leaves groups, members and Medusa's own page behind", async () => {
    await start()
    expect(await hiddenEntries()).toEqual([])

    const { customer_group } = await client.get(
      `/admin/customer-groups/${groupId}?fields=id,name,metadata,customers.id`,
    )
    expect(customer_group).toMatchObject({ name: "VIP", metadata: { tier: "gold" } })
    expect(customer_group.customers.map(({ id }: { id: string }) => id).sort()).toEqual([...customerIds].sort())
    await client.post(`/admin/customer-groups/${groupId}/customers`, { remove: customerIds.slice(0, 1) })
    await expect(client.get("/admin/customer-groups/overview")).rejects.toThrow("404")

    await lookAt({ url, ...login }, "/app/customer-groups", async (page) => {
      await page.getByRole("cell", { name: "VIP", exact: true }).waitFor({ timeout: 30_000 })
      expect(new URL(page.url()).pathname).toBe("/app/customer-groups")
      expect(await page.locator('a[href="/app/customer-groups"]').count()).toBeGreaterThan(0)
    })
  })
})
