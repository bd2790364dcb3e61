import type { Client } from "pg"
import { aCustomer, aGroup, customersOf, insertRow } from "../helpers/fixtures"
import { expectLogToBeTrue, whenBlocked } from "../helpers/log"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

let app: ModuleApp
let first: Client
let second: Client
beforeAll(async () => {
  app = await startModuleApp()
  first = await app.connect()
  second = await app.connect()
})
beforeEach(() => app.reset())
afterEach(() => expectLogToBeTrue(app))
afterAll(() => app.stop())

/** One writer is in the middle of its transaction when the other begins; the other has to wait, and ends second. */
const race = async (one: (client: Client) => Promise<unknown>, other: (client: Client) => Promise<unknown>) => {
  await first.query("begin")
  await one(first)
  await second.query("begin")
  const waiting = other(second)
  await whenBlocked(app.db, second)
  await first.query("commit")
  await waiting
  await second.query("commit")
}

const deletePair = (group: { id: string }, customer: { id: string }) => (client: Client) =>
  client.query("delete from customer_group_customer where customer_group_id = $1 and customer_id = $2", [
    group.id,
    customer.id,
  ])
const deleteRow = (id: string) => (client: Client) =>
  client.query("delete from customer_group_customer where id = $1", [id])
const insert = (group: { id: string }, customer: { id: string }) => (client: Client) =>
  insertRow(client, group, customer)
const softDelete = (customer: { id: string }) => (client: Client) =>
  client.query("update customer set deleted_at = now() where id = $1", [customer.id])

describe("two writers of the same pair at the same time", () => {
  it("insert it, both", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app)
    await race(insert(group, anna), insert(group, anna))
  })

  it("delete it, and insert it anew", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app, { members: [anna] })
    await race(deletePair(group, anna), insert(group, anna))
  })

  it("insert a second row, and delete the first", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app)
    const row = await insertRow(app.db, group, anna)
    await race(insert(group, anna), deleteRow(row))
  })

  it("delete one of two rows each", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app)
    const rows = [await insertRow(app.db, group, anna), await insertRow(app.db, group, anna)]
    await race(deleteRow(rows[0]!), deleteRow(rows[1]!))
  })

  it("add the customer, and delete the customer", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app)
    await race(insert(group, anna), softDelete(anna))
  })

  it("delete the customer, and add the customer", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app)
    await race(softDelete(anna), insert(group, anna))
  })

  it("remove the member, and delete the customer", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app, { members: [anna] })
    await race(deletePair(group, anna), softDelete(anna))
  })

  it("delete the customer, and remove the member", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app, { members: [anna] })
    await race(softDelete(anna), deletePair(group, anna))
  })
})

describe("this plugin beside an outside writer", () => {
  it("removes a member whom a script is removing", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app, { members: [anna] })

    await first.query("begin")
    await deletePair(group, anna)(first)
    const operation = app.groups.changeMembers({ group_id: group.id, remove: { ids: [anna.id] } })
    await expect(
      Promise.race([operation.then(() => "done"), new Promise((resolve) => setImmediate(resolve, "waiting"))]),
    ).resolves.toBe("waiting")
    await first.query("commit")

    expect(await operation).toMatchObject({ left: 0 })
  })

  it("adds a customer whom a script is adding", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app)

    await first.query("begin")
    await insert(group, anna)(first)
    const operation = app.groups.changeMembers({ group_id: group.id, add: { ids: [anna.id] } })
    await first.query("commit")

    expect(await operation).toMatchObject({ joined: 0 })
  })
})

it("holds with 20 writers at once, of every kind", async () => {
  const customers = await customersOf(app, 30)
  const groups = await Promise.all([1, 2, 3].map(() => aGroup(app)))
  const ids = customers.map(({ id }) => id)

  // A small generator with a fixed seed: the same run each time.
  const random = (seed: number) => () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  const writer = async (number: number) => {
    const client = await app.connect()
    const next = random(number * 7_919 + 1)
    const pick = <T>(from: T[]): T => from[Math.floor(next() * from.length)]!
    for (let round = 0; round < 25; round++) {
      const some = [...new Set([pick(ids), pick(ids), pick(ids), pick(ids)])]
      const group = pick(groups)
      const kind = Math.floor(next() * 6)
      try {
        if (kind === 0) await app.groups.changeMembers({ group_id: group.id, add: { ids: some } })
        if (kind === 1) await app.groups.changeMembers({ group_id: group.id, remove: { ids: some } })
        if (kind === 2)
          await app.customers.addCustomerToGroup(some.map((id) => ({ customer_id: id, customer_group_id: group.id })))
        if (kind === 3) await client.query("delete from customer_group_customer where customer_id = any($1)", [some])
        if (kind === 4) await client.query("update customer set deleted_at = now() where id = $1", [some[0]])
        if (kind === 5) await client.query("update customer set deleted_at = null where id = $1", [some[0]])
      } catch (error) {
        // A customer whom another writer has deleted meanwhile is refused. Scripts that touch many rows in no order may
        // meet in a deadlock, as they would without this plugin; its own calls do not fail by it.
        const { message, code } = error as Error & { code?: string }
        const isOutside = kind > 1
        if (!/do not exist/.test(message) && !(isOutside && code === "40P01")) throw error
      }
    }
  }
  await Promise.all(Array.from({ length: 20 }, (_, number) => writer(number)))

  const { rows } = await app.db.query("select count(*)::int as changes from customer_group_membership_change")
  expect(rows[0].changes).toBeGreaterThan(100)
}, 60_000)
