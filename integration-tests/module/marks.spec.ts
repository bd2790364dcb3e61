import type { Criteria } from "../../src/modules/customer-groups/criteria"
import { Modules } from "@medusajs/framework/utils"
import { ATTACH_MARKS, DETACH_MARKS } from "../../src/modules/customer-groups/marks/triggers"
import { aCustomer, aGroup, customersOf, insertRow, named } from "../helpers/fixtures"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"
import { anOrder, resetOrders, someCustomers } from "../helpers/orders"

/** What the database itself marks: the net for lost events, and for SQL that emits none. */

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp([Modules.ORDER])
})
beforeEach(async () => {
  await app.reset()
  await resetOrders(app)
})
afterAll(() => app.stop())

const inTheQueue = async () => {
  const { rows } = await app.db.query(
    `select customer_id, group_id, what, round(extract(epoch from due_at - created_at))::int as wait
     from customer_group_pending_customer order by customer_id, what, group_id`,
  )
  return rows
}

const forget = () => app.db.query("truncate customer_group_pending_customer")

/** Who was marked by what was done, with what and for how many seconds later. */
const markedBy = async (change: () => Promise<unknown>) => {
  await forget()
  await change()
  return (await inTheQueue()).map(({ customer_id, what, wait }) => [customer_id, what, wait])
}

describe("orders", () => {
  it("mark their customer for a minute later when they are written, changed and deleted", async () => {
    await someCustomers(app, "cus_anna")
    const insert = () =>
      app.db.query(`insert into "order" (id, customer_id, currency_code) values ('order_1', 'cus_anna', 'eur')`)
    expect(await markedBy(insert)).toEqual([["cus_anna", "orders", 60]])
    const cancel = () => app.db.query(`update "order" set canceled_at = now()`)
    expect(await markedBy(cancel)).toEqual([["cus_anna", "orders", 60]])
    const remove = () => app.db.query(`delete from "order"`)
    expect(await markedBy(remove)).toEqual([["cus_anna", "orders", 60]])
  })

  it("mark both customers when they are handed over", async () => {
    await someCustomers(app, "cus_anna", "cus_ben")
    const { id } = await anOrder(app, { customer: { id: "cus_anna" } })
    const marked = await markedBy(() => app.db.query(`update "order" set customer_id = 'cus_ben' where id = $1`, [id]))
    expect(marked).toEqual([
      ["cus_anna", "orders", 60],
      ["cus_ben", "orders", 60],
    ])
  })

  it("mark nobody while they belong to nobody", async () => {
    const insert = () => app.db.query(`insert into "order" (id, currency_code) values ('order_1', 'eur')`)
    expect(await markedBy(insert)).toEqual([])
  })

  it("are counted anew alone when they change, and with all others when it is not known which did", async () => {
    await someCustomers(app, "cus_anna")
    const [one, other] = [
      await anOrder(app, { customer: { id: "cus_anna" } }),
      await anOrder(app, { customer: { id: "cus_anna" } }),
    ]
    await app.groups.refreshStatistics(["cus_anna"])
    await forget()
    const falsify = () => app.db.query("update customer_order_fact set total = -1")
    const falseOnes = async () => {
      while ((await app.groups.evaluatePending()) > 0);
      const { rows } = await app.db.query("select order_id from customer_order_fact where total = -1")
      return rows.map(({ order_id }) => order_id)
    }

    await falsify()
    await app.groups.markChanged("order", [one.id], "orders")
    expect(await falseOnes()).toEqual([other.id])

    await falsify()
    await app.groups.markChanged("customer", ["cus_anna"], "orders")
    expect(await falseOnes()).toEqual([])
  })

  it("mark a customer once a statement", async () => {
    await someCustomers(app, "cus_anna", "cus_ben")
    const insert = () =>
      app.db.query(`insert into "order" (id, customer_id, currency_code)
        select 'order_' || i, case when i % 2 = 0 then 'cus_anna' else 'cus_ben' end, 'eur' from generate_series(1, 100) i`)
    expect((await markedBy(insert)).length).toBe(2)
  })

  it("mark their customer when money comes in or goes back", async () => {
    const { id } = await anOrder(app, { customer: { id: "cus_anna" } })
    const insert = () =>
      app.db.query(
        `insert into order_transaction (id, order_id, amount, raw_amount, currency_code)
         values ('tx_1', $1, 5, '{"value": "5"}', 'eur')`,
        [id],
      )
    expect(await markedBy(insert)).toEqual([["cus_anna", "orders", 60]])
    expect(await markedBy(() => app.db.query("update order_transaction set amount = 6"))).toEqual([
      ["cus_anna", "orders", 60],
    ])
    expect(await markedBy(() => app.db.query("delete from order_transaction"))).toEqual([["cus_anna", "orders", 60]])
  })
})

describe("carts", () => {
  it("mark who had them, at once, when they are handed over, and nobody else", async () => {
    const insert = () =>
      app.db.query("insert into cart (id, customer_id, currency_code) values ('cart_1', 'cus_anna', 'eur')")
    expect(await markedBy(insert)).toEqual([])
    expect(await markedBy(() => app.db.query("update cart set email = 'a@example.com'"))).toEqual([])
    expect(await markedBy(() => app.db.query("update cart set customer_id = 'cus_anna'"))).toEqual([])
    const handOver = () => app.db.query("update cart set customer_id = 'cus_ben'")
    expect(await markedBy(handOver)).toEqual([["cus_anna", "cart", 0]])
    await app.db.query("delete from cart")
  })
})

describe("categories that get products or lose them", () => {
  beforeEach(async () => {
    await app.db.query("insert into product (id, title, handle) values ('prod_1', 'Boots', 'boots')")
    await app.db.query(
      "insert into product_category (id, name, handle, mpath) values ('pcat_1', 'Shoes', 'shoes', 'pcat_1')",
    )
  })
  afterEach(() => app.db.query("delete from product; delete from product_category"))

  it("mark the groups that ask for categories for half a minute later, and no others", async () => {
    const group = await aGroup(app)
    const criteria: Criteria = { all: [{ attribute: "purchased_category", operator: "in", value: ["pcat_1"] }] }
    await app.groups.setCriteria({ group_id: group.id, criteria })
    await app.groups.setCriteria({ group_id: (await aGroup(app)).id, criteria: named("Anna") })
    const marked = async (change: string) => {
      await forget()
      await app.db.query(change)
      return inTheQueue()
    }
    const mark = { customer_id: null, group_id: group.id, what: "groups", wait: 30 }

    expect(await marked("insert into product_category_product values ('prod_1', 'pcat_1')")).toEqual([mark])
    expect(await marked("delete from product_category_product")).toEqual([mark])
    await app.groups.pauseGroup({ group_id: group.id })
    expect(await marked("insert into product_category_product values ('prod_1', 'pcat_1')")).toEqual([])
  })
})

describe("customers", () => {
  it("are marked when they are written and changed", async () => {
    const insert = () => app.db.query("insert into customer (id, first_name) values ('cus_anna', 'Anna')")
    expect(await markedBy(insert)).toEqual([["cus_anna", "profile", 60]])
    const rename = () => app.db.query("update customer set first_name = 'Ben'")
    expect(await markedBy(rename)).toEqual([["cus_anna", "profile", 60]])
  })

  it("are marked with their orders when they come after these, and when they are gone for good", async () => {
    await app.db.query(`insert into "order" (id, customer_id, currency_code) values ('order_1', 'cus_late', 'eur')`)
    const insert = () => app.db.query("insert into customer (id) values ('cus_late')")
    expect(await markedBy(insert)).toEqual([["cus_late", "orders", 60]])
    expect(await markedBy(() => app.db.query("delete from customer"))).toEqual([["cus_late", "orders", 60]])
  })

  it("are marked by their addresses, at once by one that is gone", async () => {
    const [anna, ben] = await customersOf(app, 2)
    const insert = () =>
      app.db.query("insert into customer_address (id, customer_id, country_code) values ('addr_1', $1, 'de')", [
        anna!.id,
      ])
    expect(await markedBy(insert)).toEqual([[anna!.id, "address", 60]])
    const move = () => app.db.query("update customer_address set customer_id = $1", [ben!.id])
    expect((await markedBy(move)).map(([id]) => id)).toEqual([anna!.id, ben!.id].sort())
    expect(await markedBy(() => app.db.query("delete from customer_address"))).toEqual([[ben!.id, "address", 0]])
  })
})

describe("members who move", () => {
  const lookingAt = async (group: { id: string }) => {
    const watcher = await aGroup(app)
    const criteria = { all: [{ attribute: "member_of_group", operator: "in", value: [group.id] }] }
    await app.groups.setCriteria({ group_id: watcher.id, criteria })
    return watcher
  }

  it("are marked at once for the groups that look at theirs, whoever moved them", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app)
    const watcher = await lookingAt(group)
    await lookingAt(await aGroup(app))

    await forget()
    await insertRow(app.db, group, anna)
    expect(await inTheQueue()).toEqual([{ customer_id: anna.id, group_id: watcher.id, what: "groups", wait: 0 }])

    await forget()
    await app.groups.changeMembers({ group_id: group.id, remove: { ids: [anna.id] } })
    expect(await inTheQueue()).toEqual([{ customer_id: anna.id, group_id: watcher.id, what: "groups", wait: 0 }])
  })

  it("are marked by a group for leaving, too, and not for one that is paused", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app)
    const watcher = await aGroup(app)
    const inGroup: Criteria = { all: [{ attribute: "member_of_group", operator: "in", value: [group.id] }] }
    await app.groups.setCriteria({ group_id: watcher.id, criteria: named("Anna"), stay: { leave_criteria: inGroup } })
    await app.groups.pauseGroup({ group_id: (await lookingAt(group)).id })

    await forget()
    await insertRow(app.db, group, anna)
    expect((await inTheQueue()).map(({ group_id }) => group_id)).toEqual([watcher.id])
  })

  it("mark the whole group when they are thousands", async () => {
    const group = await aGroup(app)
    const watcher = await lookingAt(group)
    await app.db.query("insert into customer (id) select 'cus_' || i from generate_series(1, 5001) i")

    await forget()
    await app.db.query(
      `insert into customer_group_customer (id, customer_group_id, customer_id)
       select 'cusgc_' || id, $1, id from customer`,
      [group.id],
    )
    expect(await inTheQueue()).toEqual([{ customer_id: null, group_id: watcher.id, what: "groups", wait: 0 }])
  })

  it("are not marked where nobody looks", async () => {
    const [anna, group] = [await aCustomer(app), await aGroup(app)]
    await forget()
    await insertRow(app.db, group, anna)
    expect(await inTheQueue()).toEqual([])
  })
})

it("mark for whoever writes Medusa's tables without rights on ours", async () => {
  await app.db.query("create role writer_of_customers")
  await app.db.query("grant insert on customer to writer_of_customers")
  const insert = async () => {
    await app.db.query("set role writer_of_customers")
    await app.db.query("insert into customer (id) values ('cus_anna')").finally(() => app.db.query("reset role"))
  }
  try {
    expect(await markedBy(insert)).toEqual([["cus_anna", "profile", 60]])
  } finally {
    await app.db.query("drop owned by writer_of_customers; drop role writer_of_customers")
  }
})

it("are attached where they are missing, and leave nothing when they are taken away", async () => {
  const count = async () => {
    const { rows } = await app.db.query(
      "select count(*)::int from pg_trigger where tgname like 'customer_groups_mark_%'",
    )
    return rows[0].count
  }
  expect(await count()).toBe(15)
  await app.db.query("drop trigger customer_groups_mark_insert on customer")
  await app.db.query(ATTACH_MARKS)
  expect(await count()).toBe(15)
  await app.db.query(DETACH_MARKS)
  expect(await count()).toBe(0)
  await app.db.query(ATTACH_MARKS)
  expect(await count()).toBe(15)
})
