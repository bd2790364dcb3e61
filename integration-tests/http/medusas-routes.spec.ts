import { admin, api, authorization, db } from "../helpers/http"
import { aCustomer, aGroup, membersInTable, operationsOf, unique } from "../helpers/shop"

describe("POST /admin/customer-groups", () => {
  it("answers the group as Medusa does, and remembers who made it", async () => {
    const { status, data } = await api("POST", "/admin/customer-groups", { name: "VIP", metadata: { tier: "gold" } })

    expect(status).toBe(200)
    expect(data.customer_group).toEqual({
      id: expect.stringMatching(/^cusgroup_/),
      name: "VIP",
      metadata: { tier: "gold" },
      created_by: admin.user,
      created_at: expect.any(String),
      updated_at: expect.any(String),
      deleted_at: null,
    })
    expect(await operationsOf(data.customer_group)).toMatchObject([
      { type: "create", status: "succeeded", actor_id: admin.user, details: { name: "VIP" } },
    ])
  })

  it("refuses a taken name with Medusa's status and message", async () => {
    await aGroup("VIP")
    const { status, data } = await api("POST", "/admin/customer-groups", { name: "VIP" })
    expect({ status, ...data }).toMatchObject({
      status: 400,
      type: "invalid_data",
      message: "Customer group with name: VIP, already exists.",
    })
  })
})

describe("POST /admin/customer-groups/:id", () => {
  it("changes the name, merges metadata key by key, and writes down what changed", async () => {
    const { data } = await api("POST", "/admin/customer-groups", { name: "VIP", metadata: { a: "1", b: "2" } })
    const group = data.customer_group

    const updated = await api("POST", `/admin/customer-groups/${group.id}`, {
      name: "Gold",
      metadata: { a: "", c: "3" },
    })

    expect(updated.data.customer_group).toMatchObject({ id: group.id, name: "Gold", metadata: { b: "2", c: "3" } })
    expect((await operationsOf(group))[0]).toMatchObject({
      type: "update",
      details: { name: { from: "VIP", to: "Gold" }, metadata: { set: ["c"], removed: ["a"] } },
    })
  })

  it("says in a header by which operation, which can be undone; in none where nothing changed", async () => {
    const group = await aGroup("VIP")
    const rename = () =>
      fetch(`${process.env.TEST_URL}/admin/customer-groups/${group.id}`, {
        method: "POST",
        headers: { ...authorization(admin), "content-type": "application/json" },
        body: JSON.stringify({ name: "Gold" }),
      })
    const { headers } = await rename()
    expect(headers.get("x-customer-groups-operation")).toBe((await operationsOf(group))[0]!.id)
    expect(headers.get("access-control-expose-headers")).toBe("x-customer-groups-operation")
    expect((await rename()).headers.has("x-customer-groups-operation")).toBe(false)
  })

  it("keeps metadata of any JSON shape", async () => {
    const metadata = {
      list: [1, [null, { deep: null }]],
      number: 1.5,
      yes: true,
      object: { a: { b: null } },
      text: "00420",
    }
    const group = await aGroup()
    const { status, data } = await api("POST", `/admin/customer-groups/${group.id}`, { metadata })
    expect(status).toBe(200)
    expect(data.customer_group.metadata).toEqual(metadata)
  })

  it("writes nothing into the history when nothing changed", async () => {
    const group = await aGroup("VIP")
    await api("POST", `/admin/customer-groups/${group.id}`, { name: "VIP" })
    expect((await operationsOf(group)).map(({ type }) => type)).toEqual(["create"])
  })

  it("answers 404 for a group that does not exist, as Medusa does", async () => {
    const { status, data } = await api("POST", "/admin/customer-groups/cusgroup_none", { name: "X" })
    expect({ status, ...data }).toMatchObject({
      status: 404,
      type: "not_found",
      message: 'Customer group with id "cusgroup_none" not found',
    })
  })
})

describe("DELETE /admin/customer-groups/:id", () => {
  it("deletes the group, keeps its customers and its memberships, and writes it down", async () => {
    const anna = await aCustomer()
    const group = await aGroup("VIP", [anna])

    const { status, data } = await api("DELETE", `/admin/customer-groups/${group.id}`)

    expect({ status, data }).toEqual({ status: 200, data: { id: group.id, object: "customer_group", deleted: true } })
    expect((await api("GET", `/admin/customer-groups/${group.id}`)).status).toBe(404)
    expect((await api("GET", `/admin/customers/${anna.id}`)).status).toBe(200)
    expect(await membersInTable(group)).toEqual([anna.id])
    expect((await operationsOf(group))[0]).toMatchObject({ type: "delete", details: { name: "VIP" } })
  })

  it("frees the name", async () => {
    const group = await aGroup("VIP")
    await api("DELETE", `/admin/customer-groups/${group.id}`)
    expect((await api("POST", "/admin/customer-groups", { name: "VIP" })).status).toBe(200)
  })

  it("answers as Medusa does when the group does not exist", async () => {
    const { status, data } = await api("DELETE", "/admin/customer-groups/cusgroup_none")
    expect({ status, data }).toEqual({
      status: 200,
      data: { id: "cusgroup_none", object: "customer_group", deleted: true },
    })
  })
})

describe("POST /admin/customer-groups/:id/customers", () => {
  it("adds and removes customers and answers the group", async () => {
    const [anna, ben] = [await aCustomer(), await aCustomer()]
    const group = await aGroup("VIP", [ben])

    const { status, data } = await api(
      "POST",
      `/admin/customer-groups/${group.id}/customers?fields=id,name,customers.id`,
      { add: [anna.id], remove: [ben.id] },
    )

    expect(status).toBe(200)
    expect(data.customer_group).toMatchObject({ id: group.id, name: "VIP", customers: [{ id: anna.id }] })
    expect((await operationsOf(group))[0]).toMatchObject({ type: "change_members", joined: 1, left: 1 })
  })

  it("never makes anybody a member twice", async () => {
    const anna = await aCustomer()
    const group = await aGroup()
    for (let time = 0; time < 2; time++) {
      await api("POST", `/admin/customer-groups/${group.id}/customers`, { add: [anna.id, anna.id] })
    }
    expect(await membersInTable(group)).toEqual([anna.id])
  })

  it("passes over customers to remove who are not in the group", async () => {
    const anna = await aCustomer()
    const group = await aGroup()
    const { status } = await api("POST", `/admin/customer-groups/${group.id}/customers`, { remove: [anna.id] })
    expect(status).toBe(200)
  })
})

describe("POST /admin/customers/:id/customer-groups", () => {
  it("puts the customer into groups and takes them out of others, each with its own entry", async () => {
    const anna = await aCustomer()
    const [vip, staff] = [await aGroup(), await aGroup(undefined, [anna])]

    const { status, data } = await api("POST", `/admin/customers/${anna.id}/customer-groups?fields=id,groups.id`, {
      add: [vip.id],
      remove: [staff.id],
    })

    expect(status).toBe(200)
    expect(data.customer).toMatchObject({ id: anna.id, groups: [{ id: vip.id }] })
    expect((await operationsOf(vip))[0]).toMatchObject({ joined: 1, left: 0 })
    expect((await operationsOf(staff))[0]).toMatchObject({ joined: 0, left: 1 })
  })

  it("names groups that do not exist, and changes none", async () => {
    const anna = await aCustomer()
    const group = await aGroup()
    const { status, data } = await api("POST", `/admin/customers/${anna.id}/customer-groups`, {
      add: [group.id, "cusgroup_none"],
    })
    expect(status).toBe(404)
    expect(data.message).toBe("add: 1 of 2 customer groups do not exist: cusgroup_none. Nothing was changed.")
    expect(await membersInTable(group)).toEqual([])
  })
})

describe("GET /admin/customer-groups", () => {
  it("answers what is asked, members too, to everybody but the dashboard", async () => {
    const anna = await aCustomer()
    const group = await aGroup("VIP", [anna])
    const { data } = await api("GET", `/admin/customer-groups/${group.id}?fields=%2Bcustomers.id`)
    expect(data.customer_group.customers).toEqual([{ id: anna.id }])
  })

  it("answers the dashboard's own pages without members, which they load to count them", async () => {
    const anna = await aCustomer()
    const group = await aGroup("VIP", [anna])
    const email = `${unique()}@example.com`
    const { headers } = await session(email)

    const list = await fetch(
      `${process.env.TEST_URL}/admin/customer-groups?fields=id,name,created_at,updated_at,customers.id`,
      { headers },
    )
    const one = await fetch(`${process.env.TEST_URL}/admin/customer-groups/${group.id}?fields=%2Bcustomers.id`, {
      headers,
    })

    expect((await list.json()).customer_groups).toEqual([
      { id: group.id, name: "VIP", created_at: expect.any(String), updated_at: expect.any(String) },
    ])
    expect((await one.json()).customer_group).not.toHaveProperty("customers")
  })

  it("can be asked for what this plugin knows of a group", async () => {
    const group = await aGroup("VIP")
    const { status, data } = await api("GET", `/admin/customer-groups/${group.id}?fields=id,group_state.*`)
    expect(status).toBe(200)
    expect(data.customer_group).toMatchObject({ id: group.id, group_state: { id: group.id, kind: "manual" } })
  })
})

/** Logs a new user in as the dashboard does. */
const session = async (email: string) => {
  const password = "supersecret"
  const registered = await api("POST", "/auth/user/emailpass/register", { email, password }, { as: "nobody" })
  const userId = `user_${unique()}`
  await db.query(`insert into "user" (id, email) values ($1, $2)`, [userId, email])
  await db.query(
    `update auth_identity set app_metadata = jsonb_build_object('user_id', $2::text)
     where id = (select auth_identity_id from provider_identity where entity_id = $1)`,
    [email, userId],
  )
  expect(registered.status).toBe(200)
  const login = await api("POST", "/auth/user/emailpass", { email, password }, { as: "nobody" })
  const response = await fetch(`${process.env.TEST_URL}/auth/session`, {
    method: "POST",
    headers: { authorization: `Bearer ${login.data.token}` },
  })
  return { headers: { cookie: response.headers.getSetCookie()[0]!.split(";")[0]! } }
}
