import { fork } from "node:child_process"
import path from "node:path"
import { Modules } from "@medusajs/framework/utils"
import { aCustomer, aGroup, anAutomaticGroup, customersOf, named } from "../helpers/fixtures"
import { expectLogToBeTrue } from "../helpers/log"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"
import { anOrder, resetOrders } from "../helpers/orders"

/** Customers who were marked, evaluated in batches. */

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp([Modules.ORDER])
})
beforeEach(async () => {
  await app.reset()
  await resetOrders(app)
  await app.db.query("update customer_statistics_state set status = 'ready'")
})
afterEach(() => expectLogToBeTrue(app))
afterAll(() => app.stop())

const spentOver = (value: number) => ({
  all: [{ attribute: "total_spent", operator: "gt", value, currency_code: "eur" }],
})
const inGroup = ({ id }: { id: string }) => ({ all: [{ attribute: "member_of_group", operator: "in", value: [id] }] })

const membersOf = async (group: { id: string }) => {
  const { rows } = await app.db.query(
    "select customer_id from customer_group_customer where customer_group_id = $1 order by customer_id",
    [group.id],
  )
  return rows.map(({ customer_id }) => customer_id)
}

const forget = () => app.db.query("truncate customer_group_pending_customer")
/** As if the minute were over for which triggers wait. */
const aMinuteLater = () =>
  app.db.query(
    "update customer_group_pending_customer set due_at = due_at - interval '2 minutes' where due_at < 'infinity'",
  )
const workOff = async () => {
  let taken = 0
  for (let more = 1; more > 0; taken += more) more = await app.groups.evaluatePending()
  return taken
}
const queue = async () => {
  const { rows } = await app.db.query(
    "select customer_id, group_id, what, attempts, error from customer_group_pending_customer order by customer_id",
  )
  return rows
}

it("lets a customer who is marked join and leave", async () => {
  const group = await anAutomaticGroup(app, named("Anna"))
  const anna = await aCustomer(app, { first_name: "Anna" })
  await app.groups.markChanged("customer", [anna.id], "profile")
  await workOff()
  expect(await membersOf(group)).toEqual([anna.id])

  await app.customers.updateCustomers(anna.id, { first_name: "Ben" })
  await app.groups.markChanged("customer", [anna.id], "profile")
  await workOff()
  expect(await membersOf(group)).toEqual([])
  expect(await queue()).toEqual([])
})

it("counts anew what marked customers have ordered, before they are evaluated", async () => {
  const group = await anAutomaticGroup(app, spentOver(50))
  const anna = await aCustomer(app)
  const { id } = await anOrder(app, { customer: anna, lines: [{ price: 100 }] })
  await app.groups.markChanged("order", [id], "orders")
  await workOff()
  expect(await membersOf(group)).toEqual([anna.id])
  expect(await app.groups.checkStatistics()).toMatchObject({ differing: 0 })
})

it("counts orders though no group looks at them, and leaves no mark for what nobody looks at", async () => {
  const anna = await aCustomer(app)
  const { id } = await anOrder(app, { customer: anna })
  await forget()
  // What groups looked at is remembered for a moment; saving criteria forgets it.
  const group = await anAutomaticGroup(app, spentOver(50))
  await app.groups.markChanged("customer", [anna.id], "profile")
  expect(await queue()).toEqual([])
  await app.groups.removeCriteria({ group_id: group.id, members: "keep" })
  await app.groups.markChanged("order", [id], "orders")
  await workOff()
  expect(await app.groups.checkStatistics()).toMatchObject({ differing: 0 })
})

it("evaluates both customers of an order that was handed over", async () => {
  const group = await anAutomaticGroup(app, spentOver(50))
  const [anna, ben] = [await aCustomer(app), await aCustomer(app)]
  const { id } = await anOrder(app, { customer: anna })
  await app.groups.markChanged("order", [id], "orders")
  await workOff()
  await app.db.query(`update "order" set customer_id = $1 where id = $2`, [ben.id, id])
  await forget()
  await app.groups.markChanged("order", [id], "orders")
  await workOff()
  expect(await membersOf(group)).toEqual([ben.id])
})

describe("what was written by SQL, with no event and while no worker ran,", () => {
  it("is caught up with", async () => {
    const [annas, buyers] = [await anAutomaticGroup(app, named("Anna")), await anAutomaticGroup(app, spentOver(50))]
    await app.db.query("insert into customer (id, first_name) values ('cus_anna', 'Anna'), ('cus_ben', 'Ben')")
    const order = await anOrder(app, { customer: { id: "cus_ben" } })
    await aMinuteLater()
    await workOff()
    expect([await membersOf(annas), await membersOf(buyers)]).toEqual([["cus_anna"], ["cus_ben"]])
    expect(await app.groups.checkStatistics()).toMatchObject({ differing: 0 })

    await app.db.query(`delete from "order" where id = $1`, [order.id])
    await aMinuteLater()
    await workOff()
    expect(await membersOf(buyers)).toEqual([])
    expect(await app.groups.checkStatistics()).toMatchObject({ differing: 0 })
  })

  it("leaves no facts of a customer who is gone", async () => {
    const anna = await aCustomer(app)
    const { id } = await anOrder(app, { customer: anna })
    await app.groups.markChanged("order", [id], "orders")
    await workOff()
    await app.db.query("delete from customer where id = $1", [anna.id])
    await aMinuteLater()
    await workOff()
    const { rows } = await app.db.query("select from customer_order_fact")
    expect(rows.length).toBe(0)
    expect(await app.groups.checkStatistics()).toMatchObject({ differing: 0 })
  })

  it("is found though the orders came before their customers", async () => {
    await app.db.query("insert into customer (id) values ('cus_somebody')")
    const { id } = await anOrder(app)
    await app.db.query(`update "order" set customer_id = 'cus_late' where id = $1`, [id])
    await aMinuteLater()
    await workOff()
    await app.db.query("insert into customer (id) values ('cus_late')")
    await aMinuteLater()
    await workOff()
    const { rows } = await app.db.query("select customer_id from customer_order_fact")
    expect(rows).toEqual([{ customer_id: "cus_late" }])
  })
})

describe("groups that look at others", () => {
  it("follow in the same batch, and leave no mark behind", async () => {
    const inner = await anAutomaticGroup(app, named("Anna"))
    const outer = await anAutomaticGroup(app, inGroup(inner))
    const anna = await aCustomer(app, { first_name: "Anna" })
    await forget()
    await app.groups.markChanged("customer", [anna.id], "profile")
    expect(await app.groups.evaluatePending()).toBe(1)
    expect([await membersOf(inner), await membersOf(outer)]).toEqual([[anna.id], [anna.id]])
    expect(await queue()).toEqual([])
  })

  it("follow changes by hand, through groups between them, too", async () => {
    const [anna, byHand] = [await aCustomer(app), await aGroup(app)]
    const middle = await anAutomaticGroup(app, inGroup(byHand))
    const outer = await anAutomaticGroup(app, inGroup(middle))
    await forget()
    await app.groups.changeMembers({ group_id: byHand.id, add: { ids: [anna.id] } })
    await workOff()
    expect([await membersOf(middle), await membersOf(outer)]).toEqual([[anna.id], [anna.id]])
  })

  it("follow a whole evaluation", async () => {
    const inner = await anAutomaticGroup(app, named("Anna"))
    const outer = await anAutomaticGroup(app, inGroup(inner))
    const anna = await aCustomer(app, { first_name: "Anna" })
    await forget()
    await app.groups.evaluateGroup({ group_id: inner.id })
    await workOff()
    expect(await membersOf(outer)).toEqual([anna.id])
  })
})

describe("a group that is busy", () => {
  it("gets its customers later, and holds up no other", async () => {
    const [busy, free] = [await anAutomaticGroup(app, named("Anna")), await anAutomaticGroup(app, named("Anna"))]
    const anna = await aCustomer(app, { first_name: "Anna" })
    await forget()
    await app.groups.markChanged("customer", [anna.id], "profile")
    const other = await app.connect()
    await other.query("begin")
    await other.query("select pg_advisory_xact_lock(hashtextextended('customer_groups:evaluation:' || $1::text, 0))", [
      busy.id,
    ])
    await workOff()
    expect([await membersOf(busy), await membersOf(free)]).toEqual([[], [anna.id]])
    expect(await queue()).toMatchObject([{ customer_id: anna.id, group_id: busy.id, attempts: 0 }])

    await other.query("commit")
    await aMinuteLater()
    await workOff()
    expect(await membersOf(busy)).toEqual([anna.id])
    expect(await queue()).toEqual([])
  })
})

it("makes groups that wait for the statistics due, and evaluates the others", async () => {
  const [annas, buyers] = [await anAutomaticGroup(app, named("Anna")), await anAutomaticGroup(app, spentOver(50))]
  const anna = await aCustomer(app, { first_name: "Anna" })
  await app.db.query("update customer_statistics_state set status = 'building'")
  await app.db.query("update customer_group_criteria set due_at = now() + interval '1 day'")
  await app.groups.markChanged("customer", [anna.id], "orders")
  await app.groups.markChanged("customer", [anna.id], "profile")
  await workOff()
  expect(await membersOf(annas)).toEqual([anna.id])
  const { rows } = await app.db.query("select group_id from customer_group_criteria where due_at <= now()")
  expect(rows).toEqual([{ group_id: buyers.id }])
})

it("makes ranked groups due within minutes, rather than evaluating them for each order", async () => {
  const ranked = await anAutomaticGroup(app, { all: [{ attribute: "order_count_rank", operator: "lte", value: 10 }] })
  await app.db.query("update customer_group_criteria set due_at = now() + interval '1 day'")
  const { id } = await anOrder(app, { customer: await aCustomer(app) })
  await app.groups.markChanged("order", [id], "orders")
  await workOff()
  const { rows } = await app.db.query(
    "select group_id from customer_group_criteria where due_at between now() + interval '1 minute' and now() + interval '6 minutes'",
  )
  expect(rows).toEqual([{ group_id: ranked.id }])
})

describe("a customer whose evaluation fails", () => {
  /** A database that refuses a membership of one customer, for instance by a trigger that somebody else has made. */
  const refuse = async (customer: { id: string }) => {
    await app.db.query(`create or replace function refuse_member() returns trigger language plpgsql as $$
      begin if new.customer_id = '${customer.id}' then raise exception 'not this one'; end if; return new; end $$;
      create trigger refuse_member before insert on customer_group_customer for each row execute function refuse_member()`)
  }
  afterEach(() =>
    app.db.query(
      "drop trigger if exists refuse_member on customer_group_customer; drop function if exists refuse_member()",
    ),
  )

  it("holds up nobody else, is tried again, and is told with the reason", async () => {
    const group = await anAutomaticGroup(app, named("Anna"))
    const customers = []
    for (let i = 0; i < 9; i++) customers.push(await aCustomer(app, { first_name: "Anna" }))
    const [bad, ...good] = customers
    await refuse(bad!)
    await forget()
    await app.groups.markChanged(
      "customer",
      customers.map(({ id }) => id),
      "profile",
    )
    await workOff()
    expect(await membersOf(group)).toEqual(good.map(({ id }) => id).sort())
    expect(await app.groups.listFailedCustomers()).toMatchObject([
      { customer_id: bad!.id, attempts: 1, error: expect.stringContaining("not this one") },
    ])
    expect(await app.groups.retrieveQueueState()).toMatchObject({ pending: 1, due: 0, failed: 0 })

    await app.db.query("drop trigger refuse_member on customer_group_customer")
    await aMinuteLater()
    await workOff()
    expect(await membersOf(group)).toEqual(customers.map(({ id }) => id).sort())
    expect(await queue()).toEqual([])
  })
})

it("loses none of many marks that come while batches run", async () => {
  const group = await anAutomaticGroup(app, named("Anna"))
  const customers = await customersOf(app, 20)
  await forget()
  await app.groups.markChanged(
    "customer",
    customers.map(({ id }) => id),
    "profile",
  )
  let isOver = false
  const batches = (async () => {
    while (!isOver) await app.groups.evaluatePending()
  })()
  await Promise.all(
    customers.map(async ({ id }) => {
      await app.customers.updateCustomers(id, { first_name: "Anna" })
      await app.groups.markChanged("customer", [id], "profile")
    }),
  )
  isOver = true
  await batches
  await workOff()
  expect(await membersOf(group)).toEqual(customers.map(({ id }) => id).sort())
})

it("gives back everything when its process is killed in a batch, and the next one does it", async () => {
  const group = await anAutomaticGroup(app, named("Anna"))
  const anna = await aCustomer(app, { first_name: "Anna" })
  await forget()
  await app.groups.markChanged("customer", [anna.id], "profile")

  // Somebody holds the members, so that the batch stops in the middle of its writing.
  const other = await app.connect()
  await other.query("begin; lock table customer_group_customer in share mode")
  const child = fork(path.join(__dirname, "../helpers/pending-process.ts"), [app.databaseUrl], {
    execArgv: ["--import", "tsx"],
  })
  const pid = await new Promise((resolve) => child.once("message", resolve))
  child.send("go")
  const isWaiting = async () => {
    const { rows } = await app.db.query("select 1 from pg_stat_activity where pid = $1 and wait_event_type = 'Lock'", [
      pid,
    ])
    return rows.length > 0
  }
  while (!(await isWaiting())) await new Promise((resolve) => setTimeout(resolve, 20))
  child.kill("SIGKILL")
  await new Promise((resolve) => child.once("exit", resolve))
  await other.query("rollback")
  const isGone = async () => {
    const { rows } = await app.db.query("select 1 from pg_stat_activity where pid = $1", [pid])
    return rows.length === 0
  }
  while (!(await isGone())) await new Promise((resolve) => setTimeout(resolve, 20))

  expect(await membersOf(group)).toEqual([])
  expect((await queue()).length).toBe(1)
  await workOff()
  expect(await membersOf(group)).toEqual([anna.id])
})
