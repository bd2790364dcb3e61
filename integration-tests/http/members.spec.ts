import { eventually } from "../helpers/eventually"
import { admin, api, db } from "../helpers/http"
import { aCustomer, add, aGroup, manyCustomers, membersInTable, operationsOf, unique } from "../helpers/shop"

const list = async (group: { id: string }, query = "") => {
  const { status, data } = await api("GET", `/admin/customer-groups/${group.id}/members${query}`)
  expect({ status, message: data.message }).toEqual({ status: 200, message: undefined })
  return data
}
const emails = async (group: { id: string }, query: string) =>
  (await list(group, query)).members.map(({ email }: { email: string }) => email)

describe("GET /admin/customer-groups/:id/members", () => {
  it("answers who is in, with source and since when", async () => {
    const anna = await aCustomer({
      email: "anna@example.com",
      first_name: "Anna",
      last_name: "Meier",
      has_account: true,
    })
    const group = await aGroup(undefined, [anna])

    expect(await list(group)).toEqual({
      members: [
        {
          id: anna.id,
          email: "anna@example.com",
          first_name: "Anna",
          last_name: "Meier",
          company_name: null,
          phone: null,
          has_account: true,
          created_at: expect.any(String),
          source: "manual",
          joined_at: expect.any(String),
        },
      ],
      count: 1,
      offset: 0,
      limit: 20,
    })
  })

  it("counts each customer once, and none who is deleted", async () => {
    const [anna, ben] = [await aCustomer(), await aCustomer()]
    const group = await aGroup(undefined, [anna, ben])
    await db.query("insert into customer_group_customer (id, customer_group_id, customer_id) values ('twin', $1, $2)", [
      group.id,
      anna.id,
    ])
    await api("DELETE", `/admin/customers/${ben.id}`)

    for (const query of ["", "?order=email", "?order=source", "?has_account=false", "?order=joined_at"]) {
      const { members, count } = await list(group, query)
      expect({ query, ids: members.map(({ id }: { id: string }) => id), count }).toEqual({
        query,
        ids: [anna.id],
        count: 1,
      })
    }
  })

  it.each([
    ["joined_at", ["a@x.de", "b@x.de", "c@x.de"]],
    ["-joined_at", ["c@x.de", "b@x.de", "a@x.de"]],
    ["email", ["a@x.de", "b@x.de", "c@x.de"]],
    ["-email", ["c@x.de", "b@x.de", "a@x.de"]],
    ["name", ["b@x.de", "a@x.de", "c@x.de"]],
    ["-name", ["a@x.de", "b@x.de", "c@x.de"]],
    ["created_at", ["c@x.de", "b@x.de", "a@x.de"]],
    ["-created_at", ["a@x.de", "b@x.de", "c@x.de"]],
    ["has_account", ["a@x.de", "c@x.de", "b@x.de"]],
    ["-source", ["a@x.de", "b@x.de", "c@x.de"]],
  ])("sorts by %s", async (order, expected) => {
    const group = await aGroup()
    // Who has no name comes last in both directions.
    await add(group, [
      await aCustomer({ email: "a@x.de", first_name: "Zoe", created_at: "2026-03-01", has_account: false }),
    ])
    await add(group, [
      await aCustomer({ email: "b@x.de", first_name: "adam", created_at: "2026-02-01", has_account: true }),
    ])
    await add(group, [await aCustomer({ email: "c@x.de", created_at: "2026-01-01", has_account: false })])
    const found = await emails(group, `?order=${order}`)
    if (order.endsWith("has_account") || order.endsWith("source"))
      expect([...found].sort()).toEqual([...expected].sort())
    else expect(found).toEqual(expected)
  })

  it("pages without gaps or repeats, in every order", async () => {
    const ids = await manyCustomers(45)
    const group = await aGroup()
    await add(
      group,
      ids.map((id) => ({ id })),
    )
    for (const order of ["-joined_at", "joined_at", "name", "-email", "has_account", "source", "created_at"]) {
      const seen: string[] = []
      for (let offset = 0; offset < 60; offset += 20) {
        const page = await list(group, `?order=${order}&limit=20&offset=${offset}`)
        expect(page).toMatchObject({ count: 45, offset, limit: 20 })
        seen.push(...page.members.map(({ id }: { id: string }) => id))
      }
      expect({ order, seen: [...seen].sort() }).toEqual({ order, seen: ids })
    }
  })

  it("filters by account, by dates and by id, alone and together", async () => {
    const group = await aGroup()
    const old = await aCustomer({ email: "old@x.de", created_at: "2024-01-01", has_account: true })
    const young = await aCustomer({ email: "new@x.de", created_at: "2026-01-01", has_account: false })
    await add(group, [old, young])

    expect(await emails(group, "?has_account=true")).toEqual(["old@x.de"])
    expect(await emails(group, "?created_at[$gte]=2025-01-01")).toEqual(["new@x.de"])
    expect(await emails(group, "?created_at[$gt]=2023-01-01&created_at[$lt]=2025-01-01")).toEqual(["old@x.de"])
    expect(await emails(group, "?joined_at[$lt]=2020-01-01")).toEqual([])
    expect(await emails(group, `?id[]=${young.id}`)).toEqual(["new@x.de"])
    expect(await emails(group, "?source=criteria")).toEqual([])
    expect(await emails(group, "?has_account=false&q=new")).toEqual(["new@x.de"])
    expect((await list(group, "?has_account=true&offset=20")).count).toBe(1)
  })

  it.each(["%", "_", "'", '"', "\\", "😀", "é", "a%b", "--", ";", "?", ":name", "$1"])(
    "finds %s literally",
    async (text) => {
      const group = await aGroup()
      const [odd, plain] = [
        await aCustomer({ first_name: `x${text}y` }),
        await aCustomer({ first_name: "xzy", email: "plain@example.com" }),
      ]
      await add(group, [odd, plain])
      const { members } = await list(group, `?q=${encodeURIComponent(`X${text}Y`)}`)
      expect(members.map(({ id }: { id: string }) => id)).toEqual([odd.id])
    },
  )

  it.each([
    ["e-mail", "anna@"],
    ["first and last name", "Anna Mei"],
    ["company", "ACME"],
    ["phone", "+49 30"],
  ])("searches in %s", async (_what, text) => {
    const group = await aGroup()
    const anna = await aCustomer({
      email: "anna@example.com",
      first_name: "Anna",
      last_name: "Meier",
      company_name: "Acme Ltd",
      phone: "+49 30 123",
    })
    await add(group, [anna, await aCustomer({ first_name: "Ben" })])
    const { members, count } = await list(group, `?q=${encodeURIComponent(text)}`)
    expect({ ids: members.map(({ id }: { id: string }) => id), count }).toEqual({ ids: [anna.id], count: 1 })
  })
})

describe("POST /admin/customer-groups/:id/members", () => {
  const change = (group: { id: string }, body: unknown) =>
    api("POST", `/admin/customer-groups/${group.id}/members`, body)

  it("adds and removes in one operation, and says how many moved", async () => {
    const [anna, ben, cleo] = [await aCustomer(), await aCustomer(), await aCustomer()]
    const group = await aGroup(undefined, [ben, cleo])

    const { status, data } = await change(group, { add: { ids: [anna.id, cleo.id] }, remove: { ids: [ben.id] } })

    expect(status).toBe(200)
    expect(data.operation).toMatchObject({
      type: "change_members",
      status: "succeeded",
      joined: 1,
      left: 1,
      actor_type: "user",
      actor_id: admin.user,
    })
    expect(await membersInTable(group)).toEqual([anna.id, cleo.id].sort())
  })

  it("counts an id that is given twice once", async () => {
    const anna = await aCustomer()
    const group = await aGroup()
    const { data } = await change(group, { add: { ids: [anna.id, anna.id] } })
    expect(data.operation.joined).toBe(1)
  })

  it("adds all customers that match a filter, but some", async () => {
    const ids = await manyCustomers(30)
    const group = await aGroup()

    const { data } = await change(group, {
      add: { filter: { q: "many.example", has_account: true }, except: [ids[1]] },
    })

    expect(data.operation.joined).toBe(14)
    expect(await membersInTable(group)).not.toContain(ids[1])
  })

  it("adds by group and by country", async () => {
    const [anna, ben] = [await aCustomer(), await aCustomer()]
    const other = await aGroup(undefined, [anna])
    await db.query(
      "insert into customer_address (id, customer_id, country_code) values ($1, $2, 'de'), ($3, $2, 'de')",
      [unique(), ben.id, unique()],
    )
    const group = await aGroup()

    expect((await change(group, { add: { filter: { customer_group_id: other.id } } })).data.operation.joined).toBe(1)
    expect((await change(group, { add: { filter: { country_code: ["de", "fr"] } } })).data.operation.joined).toBe(1)
    expect(await membersInTable(group)).toEqual([anna.id, ben.id].sort())
  })

  it("removes all members that match a filter, but some, and nobody else", async () => {
    const ids = await manyCustomers(10)
    const [group, other] = [await aGroup(), await aGroup()]
    await add(
      group,
      ids.map((id) => ({ id })),
    )
    await add(
      other,
      ids.map((id) => ({ id })),
    )

    const { data } = await change(group, { remove: { filter: { has_account: false }, except: [ids[0]] } })

    expect(data.operation.left).toBe(4)
    expect(await membersInTable(group)).toHaveLength(6)
    expect(await membersInTable(other)).toHaveLength(10)
  })

  it("takes 100,000 ids", async () => {
    const ids = await manyCustomers(100_000)
    const group = await aGroup()

    const { status, data } = await change(group, { add: { ids } })

    expect({ status, joined: data.operation?.joined }).toEqual({ status: 200, joined: 100_000 })
    expect((await api("GET", `/admin/customer-groups/${group.id}/overview`)).data.customer_group.member_count).toBe(
      100_000,
    )
    // On a busy machine it is done soon after the answer.
    await change(group, { remove: { filter: {} } })
    await eventually(async () => expect((await operationsOf(group))[0]!.left).toBe(100_000), 60_000)
  })

  it("lets a customer be added again after leaving", async () => {
    const anna = await aCustomer()
    const group = await aGroup(undefined, [anna])
    await change(group, { remove: { ids: [anna.id] } })
    await change(group, { add: { ids: [anna.id] } })
    expect(await membersInTable(group)).toEqual([anna.id])
    expect((await operationsOf(group)).map(({ joined, left }) => [joined, left])).toEqual([
      [1, 0],
      [0, 1],
      [1, 0],
      [0, 0],
    ])
  })
})

describe("GET /admin/customer-groups/:id/candidates", () => {
  it("answers all customers, and who of them is in already", async () => {
    const [anna, ben] = [await aCustomer({ email: "anna@x.de" }), await aCustomer({ email: "ben@x.de" })]
    const group = await aGroup(undefined, [anna])

    const { status, data } = await api("GET", `/admin/customer-groups/${group.id}/candidates?order=email`)

    expect(status).toBe(200)
    expect(data).toMatchObject({
      customers: [
        { id: anna.id, is_member: true },
        { id: ben.id, is_member: false },
      ],
      count: 2,
      offset: 0,
      limit: 20,
    })
  })

  it("filters as the change of members does", async () => {
    await manyCustomers(10)
    const group = await aGroup()
    const { data } = await api("GET", `/admin/customer-groups/${group.id}/candidates?q=many.example&has_account=true`)
    const changed = await api("POST", `/admin/customer-groups/${group.id}/members`, {
      add: { filter: { q: "many.example", has_account: true } },
    })
    expect(data.count).toBe(5)
    expect(changed.data.operation.joined).toBe(5)
  })
})

describe("GET /admin/customers/:id/group-memberships", () => {
  it("answers the customer's groups by name, without deleted ones", async () => {
    const anna = await aCustomer()
    const [vip, gold, gone] = [await aGroup("VIP", [anna]), await aGroup("Gold", [anna]), await aGroup("Gone", [anna])]
    await api("DELETE", `/admin/customer-groups/${gone.id}`)

    const { data } = await api("GET", `/admin/customers/${anna.id}/group-memberships`)

    const byHand = {
      kind: "manual",
      is_member: true,
      source: "manual",
      joined_at: expect.any(String),
      added_by: { type: null, id: "user_admin", name: null },
      exclusion: null,
      why: null,
    }
    expect(data).toEqual({
      group_memberships: [
        { id: gold.id, name: "Gold", ...byHand },
        { id: vip.id, name: "VIP", ...byHand },
      ],
      count: 2,
      offset: 0,
      limit: 20,
    })
  })

  it("answers 404 for a customer who does not exist", async () => {
    expect((await api("GET", "/admin/customers/cus_none/group-memberships")).status).toBe(404)
  })
})

describe("a change by filter that takes longer than a request should", () => {
  /** What the request answers while somebody else holds the group. */
  const whileHeld = async <Result>(group: { id: string }, work: () => Promise<Result>) => {
    await db.query("begin")
    await db.query("select customer_groups_lock(array[$1])", [group.id])
    try {
      return await work()
    } finally {
      await db.query("rollback")
    }
  }
  const operationWith = async (id: string, status: string) =>
    eventually(async () => {
      const { data } = await api("GET", `/admin/customer-groups/operations/${id}`)
      expect(data.operation).toMatchObject({ status })
      return data.operation
    })

  it("answers 202 with the operation, which goes on", async () => {
    const tag = unique()
    const anna = await aCustomer({ first_name: tag })
    const group = await aGroup()
    const { status, data } = await whileHeld(group, () =>
      api("POST", `/admin/customer-groups/${group.id}/members`, { add: { filter: { q: tag } } }),
    )
    expect(status).toBe(202)
    expect(data.operation).toMatchObject({
      type: "change_members",
      status: "running",
      can_cancel: true,
      can_undo: false,
      actor_id: admin.user,
    })
    expect(await operationWith(data.operation.id, "succeeded")).toMatchObject({ joined: 1, can_cancel: false })
    expect(await membersInTable(group)).toEqual([anna.id])
  })

  it("can be cancelled, once", async () => {
    const tag = unique()
    await aCustomer({ first_name: tag })
    const group = await aGroup()
    await whileHeld(group, async () => {
      const { data } = await api("POST", `/admin/customer-groups/${group.id}/members`, { add: { filter: { q: tag } } })
      const cancel = () => api("POST", `/admin/customer-groups/operations/${data.operation.id}/cancel`)
      expect(await cancel()).toMatchObject({ status: 200, data: { operation: { status: "cancelled" } } })
      const again = await cancel()
      expect(again.status).toBe(400)
      expect(again.data.message).toBe("The operation is not running: it is cancelled.")
    })
    expect(await membersInTable(group)).toEqual([])
  })

  it("is found in the history by its state", async () => {
    const group = await aGroup(undefined, [await aCustomer()])
    const of = async (status: string) =>
      (await api("GET", `/admin/customer-groups/${group.id}/operations?status=${status}`)).data.operations
    expect(await of("running")).toEqual([])
    expect((await of("succeeded")).length).toBeGreaterThan(0)
    expect((await api("GET", `/admin/customer-groups/${group.id}/operations?status=odd`)).status).toBe(400)
  })
})
