import { admin, api, db } from "../helpers/http"
import {
  aCustomer,
  add,
  aGroup,
  anAutomaticGroup,
  membersInTable,
  named,
  operationsOf,
  stateOfGroups,
} from "../helpers/shop"

const duplicate = (group: { id: string }, body?: unknown) =>
  api("POST", `/admin/customer-groups/${group.id}/duplicate`, body)

describe("POST /admin/customer-groups/:id/duplicate", () => {
  it("makes a group like a manual one, and answers it", async () => {
    const anna = await aCustomer()
    const group = await aGroup("VIP", [anna])
    await api("POST", `/admin/customer-groups/${group.id}`, { metadata: { tier: "gold", code: "007" } })

    const { status, data } = await duplicate(group)

    expect({ status, data }).toMatchObject({
      status: 200,
      data: {
        customer_group: {
          name: "VIP (copy)",
          kind: "manual",
          member_count: 1,
          metadata: { tier: "gold", code: "007" },
          created_by: admin.user,
          usage_count: 0,
        },
        operation: null,
      },
    })
    expect(data.customer_group.id).not.toBe(group.id)
    expect(await membersInTable(data.customer_group)).toEqual([anna.id])
    expect(await operationsOf(data.customer_group)).toMatchObject([
      { type: "create", joined: 1, actor_id: admin.user, details: { copy_of: { id: group.id, name: "VIP" } } },
    ])
  })

  it("makes a group like an automatic one, evaluated", async () => {
    const [anna, ben, cleo] = [
      await aCustomer({ first_name: "Anna" }),
      await aCustomer(),
      await aCustomer({ first_name: "Anna" }),
    ]
    const group = await anAutomaticGroup(named("Anna"), { name: "VIP", stay: { days: 3 } })
    await add(group, [ben])
    await api("POST", `/admin/customer-groups/${group.id}/exclusions`, { ids: [cleo.id], reason: "Asked us to" })

    const { status, data } = await duplicate(group, { name: "Gold", metadata: { tier: "gold" } })

    expect({ status, data }).toMatchObject({
      status: 200,
      data: {
        customer_group: { name: "Gold", kind: "automatic", criteria_status: "active", metadata: { tier: "gold" } },
        operation: { type: "evaluate", status: "succeeded", joined: 1 },
      },
    })
    expect(await membersInTable(data.customer_group)).toEqual([anna.id, ben.id].sort())
    const copied = `/admin/customer-groups/${data.customer_group.id}`
    expect((await api("GET", `${copied}/criteria`)).data.criteria).toMatchObject({
      criteria: named("Anna"),
      stay: { days: 3 },
    })
    expect((await api("GET", `${copied}/exclusions`)).data.exclusions).toMatchObject([
      { customer_id: cleo.id, reason: "Asked us to" },
    ])
  })

  it("makes one copy for each request, each with a name of its own", async () => {
    const group = await aGroup("VIP")
    for (let left = 2; left; left--) expect((await duplicate(group, {})).status).toBe(200)
    const { rows } = await db.query("select name from customer_group where deleted_at is null order by name")
    expect(rows.map(({ name }) => name)).toEqual(["VIP", "VIP (copy 2)", "VIP (copy)"].sort())
  })

  it.each([
    [{ name: " " }, /^name: /],
    [{ name: "x".repeat(256) }, /^name: 256 characters are too long/],
    [{ name: "a\0b" }, /^name: /],
    [{ name: 5 }, /^name: /],
    [{ name: "VIP" }, /already exists/],
    [{ metadata: "x" }, /^metadata: /],
    [{ colour: "red" }, /unknown field "colour"/],
    ["[1", /./],
  ])("refuses %j, and changes nothing", async (body, message) => {
    const group = await aGroup("VIP", [await aCustomer()])
    const before = await stateOfGroups()
    const { status, data } = await duplicate(group, body)
    expect({ status, message: data.message }).toEqual({ status: 400, message: expect.stringMatching(message) })
    expect(await stateOfGroups()).toEqual(before)
  })

  it("refuses a group that does not exist or is deleted, and changes nothing", async () => {
    const group = await aGroup("VIP")
    await api("DELETE", `/admin/customer-groups/${group.id}`)
    const before = await stateOfGroups()
    for (const id of [group.id, "cusgroup_none"]) expect((await duplicate({ id })).status).toBe(404)
    expect(await stateOfGroups()).toEqual(before)
  })

  it("is for users only", async () => {
    const group = await aGroup("VIP")
    const path = `/admin/customer-groups/${group.id}/duplicate`
    expect((await api("POST", path, {}, { as: "nobody" })).status).toBe(401)
    expect((await api("POST", path, {}, { as: { customer: "cus_1" } })).status).toBe(401)
  })
})
