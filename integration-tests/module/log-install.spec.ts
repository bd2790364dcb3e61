import { DETACH_LOG } from "../../src/modules/customer-groups/log/triggers"
import { MIGRATIONS, UNINSTALL } from "../../src/modules/customer-groups/log/uninstall"
import attachLog from "../../src/modules/customer-groups/loaders/attach-log"
import { aCustomer, aGroup, customersOf, insertRow } from "../helpers/fixtures"
import { expectLogToBeTrue } from "../helpers/log"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(() => app.reset())
afterAll(() => app.stop())

/** The loader as Medusa runs it at each start of the store. */
const start = (warnings: string[] = []) =>
  attachLog({
    container: { resolve: () => ({ raw: (text: string) => app.db.query(text) }) },
    logger: { warn: (message: string) => warnings.push(message) },
  } as unknown as Parameters<typeof attachLog>[0])

const migrate = async () => {
  for (const name of MIGRATIONS) {
    const file = await import(`../../src/modules/customer-groups/migrations/${name}`)
    const migration = new file[name](undefined, undefined)
    await migration.up()
    for (const statement of migration.getQueries()) await app.db.query(statement)
  }
}

const counts = async () => {
  const { groups } = await app.groups.listGroupOverviews({ order: "name" })
  return groups.map(({ name, member_count }) => [name, member_count])
}

it("counts groups and members from before the install, and logs from there on", async () => {
  const [anna, ben, cleo] = [await aCustomer(app), await aCustomer(app), await aCustomer(app)]
  await app.db.query(DETACH_LOG)
  await app.db.query("delete from customer_group_state")
  await app.db.query("insert into customer_group (id, name) values ('g_old', 'Old'), ('g_none', 'Without')")
  const old = { id: "g_old" }
  await insertRow(app.db, old, anna)
  await insertRow(app.db, old, anna)
  await insertRow(app.db, old, ben)
  await insertRow(app.db, old, cleo)
  await app.customers.softDeleteCustomers([cleo.id])

  await start()
  expect(await counts()).toEqual([
    ["Old", 2],
    ["Without", 0],
  ])

  await insertRow(app.db, { id: "g_none" }, anna)
  await app.customers.restoreCustomers([cleo.id])
  expect(await counts()).toEqual([
    ["Old", 3],
    ["Without", 1],
  ])
  expect(await app.groups.listCountDifferences()).toEqual([])
})

it("tells PostgreSQL how often each e-mail domain and country occurs in a shop from before the install", async () => {
  await app.db.query(DETACH_LOG)
  await app.db.query("delete from customer_address")
  const customers = await customersOf(app, 3)
  for (const { id } of customers)
    await app.db.query("insert into customer_address (id, customer_id, country_code) values ($1, $1, 'de')", [id])

  await start()
  const { rows } = await app.db.query(
    `select tablename from pg_stats where tablename like 'IDX_customer_groups_%' and n_distinct <> 0 group by 1 order by 1`,
  )
  expect(rows.map(({ tablename }) => tablename)).toEqual([
    "IDX_customer_groups_addresses_by_country",
    "IDX_customer_groups_customers_by_email_domain",
  ])
})

it("mends at the next start what somebody took away", async () => {
  const anna = await aCustomer(app)
  const group = await aGroup(app)
  await app.db.query("drop trigger customer_groups_insert on customer_group_customer")
  await insertRow(app.db, group, anna)

  await start()

  expect((await app.groups.retrieveGroupOverview(group.id)).member_count).toBe(1)
})

it("changes nothing at a start when all is in place", async () => {
  await aGroup(app)
  const before = (await app.db.query("select * from customer_group_state")).rows
  await start()
  expect((await app.db.query("select * from customer_group_state")).rows).toEqual(before)
})

it("lets the store start when a long import holds the table, and says so", async () => {
  const writer = await app.connect()
  await app.db.query("drop trigger customer_groups_update on customer_group_customer")
  await writer.query("begin")
  await writer.query("delete from customer_group_customer")

  const warnings: string[] = []
  await start(warnings)
  await writer.query("rollback")

  expect(warnings).toEqual([expect.stringContaining("lock timeout")])
  await start()
})

it("finds groups whose members were changed past the log, and sets them right", async () => {
  const [anna, ben] = [await aCustomer(app), await aCustomer(app)]
  const group = await aGroup(app, { members: [anna, ben] })
  await app.db.query("set session_replication_role = replica")
  await app.db.query("delete from customer_group_customer where customer_id = $1", [anna.id])
  await app.db.query("set session_replication_role = default")

  const differences = await app.groups.listCountDifferences()
  expect(differences).toMatchObject([{ group_id: group.id, counted_manual: 2, true_manual: 1 }])

  await app.groups.mendCounts([group.id])
  expect(await app.groups.listCountDifferences()).toEqual([])
  await app.groups.foldOutbox()
  expect(await app.groups.listCountDifferences()).toEqual([])
})

it("goes without a trace when it is uninstalled, and can be installed again", async () => {
  const anna = await aCustomer(app)
  const group = await aGroup(app, { members: [anna] })

  await app.db.query(`begin; ${UNINSTALL} commit`)

  const { rows } = await app.db.query(`
    select tgname as name from pg_trigger where tgname like 'customer_groups%'
    union all select proname from pg_proc where proname like 'customer_groups%'
    union all select relname from pg_class where relname like 'customer_group%' and relkind = 'r'
      and relname not in ('customer_group', 'customer_group_customer')
    union all select relname from pg_class where relname like 'IDX_customer_groups%'
    union all select name from mikro_orm_migrations where name = 'Migration20261124160000'`)
  expect(rows).toEqual([])
  expect((await app.customers.listCustomers({ groups: [group.id] })).map(({ id }) => id)).toEqual([anna.id])

  await migrate()
  expect((await app.groups.retrieveGroupOverview(group.id)).member_count).toBe(1)
  await app.groups.changeMembers({ group_id: group.id, remove: { ids: [anna.id] } })
  expect((await app.groups.retrieveGroupOverview(group.id)).member_count).toBe(0)
})

it("keeps the log true while members come and go around folding", async () => {
  const customers = await customersOf(app, 20)
  const group = await aGroup(app)
  await Promise.all([
    ...customers.map(({ id }) => app.groups.changeMembers({ group_id: group.id, add: { ids: [id] } })),
    ...[1, 2, 3, 4].map(() => app.groups.foldOutbox()),
  ])
  await expectLogToBeTrue(app)
})
