import type { Context } from "@medusajs/framework/types"
import { EndsRepository } from "../../src/modules/customer-groups/repositories/ends"
import { relayAll } from "../helpers/events"
import { aGroup, anAutomaticGroup } from "../helpers/fixtures"
import { type ModuleApp, startModuleApp } from "../helpers/module-app"
import { readMuchBy } from "../helpers/reads"

/** What staff and workers do all day reads a few rows, however large the groups and however long their history. */

const MANY = 5_000
const [anna, ben] = ["cus_1", "cus_2"]
const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString()

let app: ModuleApp
let large: { id: string }
let small: { id: string }
let automatic: { id: string }
let staying: { id: string }

beforeAll(async () => {
  app = await startModuleApp()
  await app.db.query(`insert into customer (id, email) select 'cus_' || n, n || '@many.example'
    from generate_series(1, ${2 * MANY}) n`)
  ;[large, small] = [await aGroup(app), await aGroup(app)]
  const isMany = { all: [{ attribute: "email_domain", operator: "eq", value: "many.example" }] }
  ;[automatic, staying] = [await anAutomaticGroup(app, isMany), await anAutomaticGroup(app)]
  await app.groups.changeMembers({ group_id: large.id, add: { filter: {} } })
  await app.groups.evaluateGroup({ group_id: automatic.id })
  const excluded = Array.from({ length: MANY }, (_, n) => `cus_${MANY + n}`)
  await app.groups.excludeCustomers({ group_id: automatic.id, ids: excluded, until: days(300) })
  await app.groups.setCriteria({ group_id: staying.id, criteria: isMany, stay: { days: 30 } })
  await app.groups.evaluateGroup({ group_id: staying.id })
  for (let n = 2; n < 600; n++) await app.groups.changeMembers({ group_id: small.id, add: { ids: [`cus_${n}`] } })
  // Ben is to be let in again.
  await app.db.query("delete from customer_group_customer where customer_group_id = $1 and customer_id = $2", [
    automatic.id,
    ben,
  ])
  await relayAll(app)
  await app.inTransaction((context) => new EndsRepository().mark(context))
  await app.db.query("truncate customer_group_pending_customer; analyze")
})
afterAll(() => app.stop())

it.each<[string, (context: Context) => Promise<unknown>]>([
  [
    "one customer is added",
    (context) => app.groups.changeMembers({ group_id: small.id, add: { ids: [anna] } }, context),
  ],
  [
    "one is removed from a large group",
    (context) => app.groups.changeMembers({ group_id: large.id, remove: { ids: [anna] } }, context),
  ],
  ["one is excluded", (context) => app.groups.excludeCustomers({ group_id: automatic.id, ids: [anna] }, context)],
  [
    "an exclusion is lifted",
    (context) => app.groups.liftExclusion({ group_id: automatic.id, customer_id: anna }, context),
  ],
  ["a customer's groups are listed", (context) => app.groups.listGroupMemberships(anna, {}, context)],
  ["what happened to a customer is listed", (context) => app.groups.listGroupChangesOfCustomer(anna, {}, context)],
  ["a customer who has changed is let in", (context) => app.groups.evaluateCustomers({ customer_ids: [ben] }, context)],
  ["the history of a group is listed", (context) => app.groups.listOperations(large.id, {}, context)],
  ["those whose exclusion or stay has ended are looked for", (context) => new EndsRepository().mark(context)],
  ["the health is looked at", (context) => app.groups.retrieveHealth(context)],
  ["changes are counted", (context) => app.groups.foldOutbox(context)],
])("when %s", async (_title, work) => {
  expect(await readMuchBy(app, work)).toEqual([])
})
