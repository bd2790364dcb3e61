import { aCustomer, anAutomaticGroup, anEvaluatedGroup, named, sourcesOf } from "../helpers/fixtures"
import { expectLogToBeTrue } from "../helpers/log"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/** Exclusions and minimum stays that end by themselves. */

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(async () => {
  await app.reset()
  // From the first look on.
  await app.groups.markEnded()
})
afterEach(() => expectLogToBeTrue(app))
afterAll(() => app.stop())

/** A group of all who are called Anna, with one of them in it. */
const filled = async (settings: Record<string, unknown> = {}) => {
  const anna = await aCustomer(app, { first_name: "Anna" })
  const group = await anEvaluatedGroup(app, named("Anna"), settings)
  await app.db.query("truncate customer_group_pending_customer")
  return { anna, group }
}

const exclude = (group: { id: string }, customer: { id: string }, until?: Date) =>
  app.groups.excludeCustomers({ group_id: group.id, ids: [customer.id], until })

/** As if the last look had been a minute ago, and the exclusions had ended since. */
const whenExclusionsEnd = async () => {
  await app.db.query("update customer_group_exclusion set until = now() - interval '1 second' where until is not null")
  await app.db.query("update customer_group_worker_run set ran_at = ran_at - interval '1 minute' where name = 'ends'")
}

/** As if members had joined so long ago, and the last look a minute before had been just too early. */
const whenTheyJoined = async (days: number) => {
  const moment = `now() - interval '1 second' - make_interval(days => ${days})`
  await app.db.query("set session_replication_role = replica")
  await app.db.query(`update customer_group_customer set created_at = ${moment}`)
  await app.db.query(`update customer_group_membership_change set created_at = ${moment}, member_since = ${moment}`)
  await app.db.query("set session_replication_role = default")
  await app.db.query("update customer_group_worker_run set ran_at = now() - interval '1 minute' where name = 'ends'")
}

const workOff = async () => {
  const marked = await app.groups.markEnded()
  while ((await app.groups.evaluatePending()) > 0);
  return marked
}

const tomorrow = () => new Date(Date.now() + 86_400_000)

describe("an exclusion", () => {
  it("that ends lets its customer in again", async () => {
    const { anna, group } = await filled()
    await exclude(group, anna, tomorrow())
    expect(await workOff()).toBe(0)
    expect(await sourcesOf(app, group)).toEqual({})

    await whenExclusionsEnd()
    await workOff()
    expect(await sourcesOf(app, group)).toEqual({ [anna.id]: "criteria" })
  })

  it("that has no end marks nobody", async () => {
    const { anna, group } = await filled()
    await exclude(group, anna)
    await whenExclusionsEnd()
    expect(await workOff()).toBe(0)
    expect(await sourcesOf(app, group)).toEqual({})
  })

  it("that was lifted before its end marks nobody", async () => {
    const { anna, group } = await filled()
    await exclude(group, anna, tomorrow())
    await app.groups.liftExclusion({ group_id: group.id, customer_id: anna.id })
    await app.db.query("truncate customer_group_pending_customer")
    await whenExclusionsEnd()
    expect(await workOff()).toBe(0)
  })

  it("that ended while no worker ran lets its customer in when one runs again", async () => {
    const { anna, group } = await filled()
    await exclude(group, anna, tomorrow())
    await app.db.query("update customer_group_exclusion set until = now() - interval '20 hours'")
    await app.db.query("update customer_group_worker_run set ran_at = now() - interval '1 day' where name = 'ends'")
    await workOff()
    expect(await sourcesOf(app, group)).toEqual({ [anna.id]: "criteria" })
  })
})

describe("a minimum stay", () => {
  it("that ends lets somebody leave who matches no longer", async () => {
    const { anna, group } = await filled({ stay: { days: 30 } })
    await app.customers.updateCustomers(anna.id, { first_name: "Ben" })
    await app.groups.markChanged("customer", [anna.id], "profile")
    expect(await workOff()).toBe(0)
    expect(await sourcesOf(app, group)).toEqual({ [anna.id]: "criteria" })

    await whenTheyJoined(30)
    expect(await workOff()).toBe(1)
    expect(await sourcesOf(app, group)).toEqual({})
  })

  it("that ends changes nothing for somebody who still matches", async () => {
    const { anna, group } = await filled({ stay: { days: 30 } })
    await whenTheyJoined(30)
    expect(await workOff()).toBe(1)
    expect(await sourcesOf(app, group)).toEqual({ [anna.id]: "criteria" })
  })

  it("of more than 5,000 at once marks the group as a whole", async () => {
    const group = await anAutomaticGroup(app, named("Anna"), { stay: { days: 30 } })
    await app.db.query(
      "insert into customer (id, first_name) select 'cus_' || n, 'Anna' from generate_series(1, 5001) n",
    )
    await app.groups.evaluateGroup({ group_id: group.id })
    await app.db.query("truncate customer_group_pending_customer")
    await whenTheyJoined(30)
    expect(await app.groups.markEnded()).toBe(1)
    const { rows } = await app.db.query("select customer_id, group_id from customer_group_pending_customer")
    expect(rows).toEqual([{ customer_id: null, group_id: group.id }])
  })
})

it("marks what has ended once, however many look at the same time", async () => {
  const { group } = await filled({ stay: { days: 30 } })
  await whenTheyJoined(30)
  await Promise.all(Array.from({ length: 5 }, () => app.groups.markEnded()))
  const { rows } = await app.db.query("select group_id from customer_group_pending_customer")
  expect(rows).toEqual([{ group_id: group.id }])
})
