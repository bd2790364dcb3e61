import { admin, api, db } from "../helpers/http"
import { aCustomer, add, aGroup, manyCustomers, operationsOf } from "../helpers/shop"

describe("GET /admin/customer-groups/:id/operations", () => {
  it("answers who did what, when, and how many moved, newest first", async () => {
    await db.query(`insert into "user" (id, email) values ('user_admin', 'anna@x.de')`)
    const group = await aGroup("VIP")
    await add(group, [await aCustomer(), await aCustomer()])
    await api("POST", `/admin/customer-groups/${group.id}`, { name: "Gold" })

    expect(await operationsOf(group)).toEqual([
      expect.objectContaining({
        type: "update",
        status: "succeeded",
        joined: 0,
        details: { name: { from: "VIP", to: "Gold" } },
        actor_id: admin.user,
        actor_name: "anna@x.de",
      }),
      expect.objectContaining({ type: "change_members", joined: 2, left: 0, finished_at: expect.any(String) }),
      expect.objectContaining({ type: "create", details: { name: "VIP" } }),
    ])
  })

  it("tells what came from outside, an hour together, and whom it moved", async () => {
    const [anna, ben] = [await aCustomer(), await aCustomer()]
    const group = await aGroup("VIP")
    for (const { id } of [anna, ben]) {
      await db.query("insert into customer_group_customer (id, customer_group_id, customer_id) values ($1, $2, $3)", [
        `row_${id}`,
        group.id,
        id,
      ])
    }
    await db.query("delete from customer_group_customer where customer_id = $1", [anna.id])

    const outside = (await operationsOf(group)).filter(({ type }) => type === "outside")
    expect(outside.reduce((total, { joined }) => total + joined, 0)).toBe(2)
    expect(outside.reduce((total, { left }) => total + left, 0)).toBe(1)

    const moved: string[] = []
    for (const { id } of outside) {
      const { data } = await api("GET", `/admin/customer-groups/operations/${id}/changes`)
      moved.push(...data.changes.map((change: { change: string; email: string }) => `${change.change} ${change.email}`))
    }
    expect(moved).toEqual([`joined ${anna.email}`, `joined ${ben.email}`, `left ${anna.email}`])
  })

  it("filters by kind, and pages", async () => {
    const group = await aGroup("VIP")
    for (let time = 0; time < 3; time++) await add(group, [await aCustomer()])
    const { data } = await api(
      "GET",
      `/admin/customer-groups/${group.id}/operations?type[]=change_members&limit=2&offset=2`,
    )
    expect(data).toMatchObject({ count: 3, limit: 2, offset: 2, operations: [{ type: "change_members" }] })
  })
})

describe("GET /admin/customer-groups/operations/:id/changes", () => {
  it("pages through the customers that an operation moved", async () => {
    const group = await aGroup("VIP")
    await add(
      group,
      (await manyCustomers(25)).map((id) => ({ id })),
    )
    const [operation] = await operationsOf(group)

    const seen = new Set<string>()
    for (const offset of [0, 20]) {
      const { data } = await api("GET", `/admin/customer-groups/operations/${operation!.id}/changes?offset=${offset}`)
      expect(data.count).toBe(25)
      for (const { customer_id } of data.changes) seen.add(customer_id)
    }
    expect(seen.size).toBe(25)
    expect((await api("GET", `/admin/customer-groups/operations/${operation!.id}`)).data.operation).toEqual(operation)
  })
})
