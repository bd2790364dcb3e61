import { aCustomer, aGroup, insertRow } from "../helpers/fixtures"
import { expectLogToBeTrue, logOf } from "../helpers/log"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(() => app.reset())
afterEach(() => expectLogToBeTrue(app))
afterAll(() => app.stop())

describe("the log, whoever writes", () => {
  it("has a join and a leave of this plugin under their operation", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app)

    const added = await app.groups.changeMembers({ group_id: group.id, add: { ids: [anna.id] } })
    const removed = await app.groups.changeMembers({ group_id: group.id, remove: { ids: [anna.id] } })

    expect(await logOf(app, group, { anna })).toEqual(["joined anna", "left anna"])
    const { changes } = await app.groups.listOperationChanges(added.id)
    expect(changes).toMatchObject([{ customer_id: anna.id, change: "joined", source: "manual" }])
    expect((await app.groups.listOperationChanges(removed.id)).changes).toMatchObject([{ change: "left" }])
  })

  it("has what Medusa's customer module writes", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app)

    await app.customers.addCustomerToGroup({ customer_id: anna.id, customer_group_id: group.id })
    await app.customers.removeCustomerFromGroup({ customer_id: anna.id, customer_group_id: group.id })

    expect(await logOf(app, group, { anna })).toEqual(["joined anna", "left anna"])
  })

  it("has what a SQL script writes, many rows of several groups in one statement", async () => {
    const [anna, ben] = [await aCustomer(app), await aCustomer(app)]
    const [vip, staff] = [await aGroup(app), await aGroup(app)]

    await app.db.query(
      `insert into customer_group_customer (id, customer_group_id, customer_id)
       select 'row_' || row_number() over (), g, c from unnest($1::text[]) g, unnest($2::text[]) c`,
      [
        [vip.id, staff.id],
        [anna.id, ben.id],
      ],
    )
    await app.db.query("delete from customer_group_customer where customer_id = $1", [anna.id])

    expect((await logOf(app, vip, { anna, ben })).sort()).toEqual(["joined anna", "joined ben", "left anna"])
    expect((await logOf(app, staff, { anna, ben })).sort()).toEqual(["joined anna", "joined ben", "left anna"])
  })

  it("has nothing of a transaction that was rolled back", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app)

    await app.db.query("begin")
    await insertRow(app.db, group, anna)
    await app.db.query("rollback")

    expect(await logOf(app, group, { anna })).toEqual([])
  })

  it("takes a large statement by an outside writer as well as a small one", async () => {
    const group = await aGroup(app)
    await app.db.query(
      "insert into customer (id, email) select 'many_' || i, i || '@many.example' from generate_series(1, 3000) i",
    )

    await app.db.query(
      `insert into customer_group_customer (id, customer_group_id, customer_id)
       select 'row_' || id, $1, id from customer where id like 'many%' union all
       select 'twin_' || id, $1, id from customer where id like 'many_1%'`,
      [group.id],
    )
    expect((await app.groups.retrieveGroupOverview(group.id)).member_count).toBe(3_000)

    await app.db.query("delete from customer_group_customer where id like 'row_%'")
  })

  it("follows a row that is moved to another group by an update", async () => {
    const anna = await aCustomer(app)
    const [vip, staff] = [await aGroup(app, { members: [anna] }), await aGroup(app)]

    await app.db.query("update customer_group_customer set customer_group_id = $1", [staff.id])

    expect(await logOf(app, vip, { anna })).toEqual(["joined anna", "left anna"])
    expect(await logOf(app, staff, { anna })).toEqual(["joined anna"])
  })
})

describe("a pair with several rows", () => {
  it("joins once, and leaves when the last row goes", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app)

    const first = await insertRow(app.db, group, anna)
    const second = await insertRow(app.db, group, anna)
    expect(await logOf(app, group, { anna })).toEqual(["joined anna"])

    await app.db.query("delete from customer_group_customer where id = $1", [first])
    expect(await logOf(app, group, { anna })).toEqual(["joined anna"])

    await app.db.query("delete from customer_group_customer where id = $1", [second])
    expect(await logOf(app, group, { anna })).toEqual(["joined anna", "left anna"])
  })

  it("is one join when both rows come in one statement, and one leave when this plugin removes them", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app)
    const pair = { customer_id: anna.id, customer_group_id: group.id }

    await app.customers.addCustomerToGroup([pair, pair])
    const { left } = await app.groups.changeMembers({ group_id: group.id, remove: { ids: [anna.id] } })

    expect(left).toBe(1)
    expect(await logOf(app, group, { anna })).toEqual(["joined anna", "left anna"])
  })

  it("is by hand while one of its rows is", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app)

    await insertRow(app.db, group, anna, "criteria")
    const byHand = await insertRow(app.db, group, anna)
    await app.db.query("delete from customer_group_customer where id = $1", [byHand])

    const { rows } = await app.db.query(
      "select change, source, previous_source from customer_group_membership_change order by id",
    )
    expect(rows).toEqual([
      { change: "joined", source: "criteria", previous_source: null },
      { change: "source_changed", source: "manual", previous_source: "criteria" },
      { change: "source_changed", source: "criteria", previous_source: "manual" },
    ])
  })
})

describe("a member by criteria who is added by hand", () => {
  it("becomes one by hand, and the log says so", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app)
    await insertRow(app.db, group, anna, "criteria")

    const operation = await app.groups.changeMembers({ group_id: group.id, add: { ids: [anna.id] } })

    expect(operation.joined).toBe(0)
    expect(await logOf(app, group, { anna })).toEqual(["joined anna", "source_changed anna"])
    expect((await app.groups.listMembers(group.id)).members).toMatchObject([{ id: anna.id, source: "manual" }])
  })
})

describe("deleted customers", () => {
  it("leave when Medusa deletes them and join when it restores them", async () => {
    const [anna, ben] = [await aCustomer(app), await aCustomer(app)]
    const [vip, staff] = [await aGroup(app, { members: [anna, ben] }), await aGroup(app, { members: [anna] })]

    await app.customers.softDeleteCustomers([anna.id])
    expect(await logOf(app, vip, { anna, ben })).toContain("left anna")
    expect((await app.groups.retrieveGroupOverview(staff.id)).member_count).toBe(0)

    await app.customers.restoreCustomers([anna.id])
    expect((await logOf(app, staff, { anna })).slice(-1)).toEqual(["joined anna"])
  })

  it("leave once: the cascade of one already deleted is no second leave", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app, { members: [anna] })

    await app.customers.softDeleteCustomers([anna.id])
    await app.db.query("delete from customer where id = $1", [anna.id])

    expect(await logOf(app, group, { anna })).toEqual(["joined anna", "left anna"])
  })

  it("leave by the cascade when they are deleted for good at once", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app, { members: [anna] })

    await app.db.query("delete from customer where id = $1", [anna.id])

    expect(await logOf(app, group, { anna })).toEqual(["joined anna", "left anna"])
  })

  it("neither join nor leave while they are deleted", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app)
    await app.customers.softDeleteCustomers([anna.id])

    const row = await insertRow(app.db, group, anna)
    await app.db.query("delete from customer_group_customer where id = $1", [row])

    expect(await logOf(app, group, { anna })).toEqual([])
  })
})

describe("deleted groups", () => {
  it("keep their members for restoring, and their log has nothing of it", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app, { members: [anna] })

    await app.customers.softDeleteCustomerGroups([group.id])
    await app.customers.restoreCustomerGroups([group.id])

    expect(await logOf(app, group, { anna })).toEqual(["joined anna"])
    expect((await app.groups.retrieveGroupOverview(group.id)).member_count).toBe(1)
  })

  it("are purged silently, with all that was counted of them", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app, { members: [anna] })
    await app.groups.foldOutbox()

    await app.customers.softDeleteCustomerGroups([group.id])
    await app.db.query("delete from customer_group where id = $1", [group.id])

    expect(await logOf(app, group, { anna })).toEqual(["joined anna"])
    expect((await app.db.query("select * from customer_group_state where id = $1", [group.id])).rows).toEqual([])
    expect(await app.customers.retrieveCustomer(anna.id)).toBeTruthy()
  })
})
