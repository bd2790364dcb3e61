import { admin, api, db } from "../helpers/http"
import { aCustomer, aGroup, anAutomaticGroup, named, membersInTable, stateOfGroups } from "../helpers/shop"

const AUTOMATIC = "/admin/customer-groups/automatic"

describe("POST /admin/customer-groups/automatic", () => {
  it("creates a group that is filled, and answers it with its criteria and the evaluation", async () => {
    const anna = await aCustomer({ first_name: "Anna" })
    const { status, data } = await api("POST", AUTOMATIC, {
      name: "VIP",
      metadata: { tier: "gold" },
      criteria: named("Anna"),
      stay: { days: 30 },
      guard: { off: true },
    })
    expect({ status, data }).toMatchObject({
      status: 200,
      data: {
        customer_group: {
          name: "VIP",
          kind: "automatic",
          criteria_status: "active",
          member_count: 1,
          metadata: { tier: "gold" },
          created_by: admin.user,
        },
        criteria: { criteria: named("Anna"), stay: { days: 30 }, guard: { off: true }, status: "active", version: 1 },
        operation: { type: "evaluate", status: "succeeded", joined: 1, actor_id: admin.user },
      },
    })
    expect(await membersInTable(data.customer_group)).toEqual([anna.id])
  })

  it.each([
    [{}, /is required/],
    [{ name: "VIP" }, /^criteria: is required/],
    [{ name: " ", criteria: named("Anna") }, /^name: /],
    [{ name: "There already", criteria: named("Anna") }, /already exists/],
    [
      { name: "VIP", criteria: { all: [{ attribute: "order_count", operator: "gt", value: "abc" }] } },
      /^criteria\.all\[0\]\.value: /,
    ],
    [{ name: "VIP", criteria: named("Anna"), stay: { days: 0 } }, /^stay\.days: /],
    [{ name: "VIP", criteria: named("Anna"), colour: "red" }, /unknown field "colour"/],
    [{ name: "VIP", criteria: named("Anna"), metadata: "x" }, /^metadata: /],
  ])("refuses %j, and changes nothing", async (body, message) => {
    await aGroup("There already")
    const before = await stateOfGroups()
    const { status, data } = await api("POST", AUTOMATIC, body)
    expect({ status, message: data.message }).toEqual({ status: 400, message: expect.stringMatching(message) })
    expect(await stateOfGroups()).toEqual(before)
  })
})

describe("exclusions", () => {
  const at = (group: { id: string }, path = "") => `/admin/customer-groups/${group.id}/exclusions${path}`

  it("keep customers out with reason and end, and are lifted", async () => {
    const anna = await aCustomer({ first_name: "Anna" })
    const group = await anAutomaticGroup()

    const excluded = await api("POST", at(group), { ids: [anna.id], reason: "Asked us to", until: "2099-01-01" })

    expect(excluded).toMatchObject({
      status: 200,
      data: { operation: { type: "exclude", left: 1, details: { excluded: 1, reason: "Asked us to" } } },
    })
    expect(await membersInTable(group)).toEqual([])
    expect((await api("GET", at(group))).data.exclusions).toMatchObject([
      { customer_id: anna.id, reason: "Asked us to", until: "2099-01-01T00:00:00.000Z", actor_id: admin.user },
    ])
    const lifted = await api("DELETE", at(group, `/${anna.id}`))
    expect(lifted).toMatchObject({ status: 200, data: { operation: { type: "lift_exclusion", joined: 1 } } })
    expect(await membersInTable(group)).toEqual([anna.id])
    expect((await api("DELETE", at(group, `/${anna.id}`))).status).toBe(404)
    expect(
      (await api("GET", `/admin/customer-groups/${group.id}/operations?type[]=exclude&type[]=lift_exclusion`)).data
        .count,
    ).toBe(2)
  })

  it("are made among other changes of members", async () => {
    const [anna, ben] = [await aCustomer({ first_name: "Anna" }), await aCustomer()]
    const group = await anAutomaticGroup()
    const { status, data } = await api("POST", `/admin/customer-groups/${group.id}/members`, {
      add: { ids: [ben.id] },
      exclude: { filter: { source: "criteria" } },
      reason: "Asked us to",
    })
    expect({ status, operation: data.operation }).toMatchObject({ status: 200, operation: { joined: 1, left: 1 } })
    expect(await membersInTable(group)).toEqual([ben.id])
    expect((await api("GET", at(group))).data.exclusions).toMatchObject([
      { customer_id: anna.id, reason: "Asked us to" },
    ])
  })

  it.each([
    [{}, 400, /^ids: is required/],
    [{ ids: [] }, 400, /^ids: /],
    [{ ids: "cus_1" }, 400, /^ids: /],
    [{ ids: ["cus_none"] }, 404, /^ids: 1 of 1 customers do not exist: cus_none/],
    [{ ids: ["cus_none"], reason: "x".repeat(256) }, 400, /^reason: /],
    [{ ids: ["cus_none"], reason: "" }, 400, /^reason: /],
    [{ ids: ["cus_none"], until: "soon" }, 400, /^until: must be a date/],
    [{ ids: ["cus_none"], until: "2020-01-01" }, 400, /^until: Must be in the future/],
    [{ ids: ["cus_none"], colour: "red" }, 400, /unknown field "colour"/],
  ])("are refused: %j", async (body, status, message) => {
    const group = await anAutomaticGroup()
    const before = await stateOfGroups()
    const answer = await api("POST", at(group), body)
    expect({ status: answer.status, message: answer.data.message }).toEqual({
      status,
      message: expect.stringMatching(message),
    })
    expect(await stateOfGroups()).toEqual(before)
  })

  it("are refused in a manual group, and of a group that is not there", async () => {
    const anna = await aCustomer()
    const group = await aGroup("Manual", [anna])
    expect(await api("POST", at(group), { ids: [anna.id] })).toMatchObject({
      status: 400,
      data: { type: "not_allowed", message: expect.stringContaining("no criteria") },
    })
    expect((await api("POST", at({ id: "cusgroup_none" }), { ids: [anna.id] })).status).toBe(404)
    expect((await api("DELETE", at({ id: "cusgroup_none" }, `/${anna.id}`))).status).toBe(404)
  })

  it("need somebody to remove or exclude for their reason", async () => {
    const anna = await aCustomer()
    const group = await anAutomaticGroup()
    const { status, data } = await api("POST", `/admin/customer-groups/${group.id}/members`, {
      add: { ids: [anna.id] },
      reason: "x",
    })
    expect({ status, message: data.message }).toEqual({
      status: 400,
      message: "exclude: reason and until go with remove or exclude",
    })
  })
})

describe("the status of criteria", () => {
  const names = async (query: string) =>
    (await api("GET", `/admin/customer-groups/overview?order=name&${query}`)).data.customer_groups.map(
      ({ name }: { name: string }) => name,
    )

  it("is shown, and filters and sorts the list", async () => {
    await anAutomaticGroup(named("Anna"), { name: "A" })
    const paused = await anAutomaticGroup(named("Anna"), { name: "B" })
    await aGroup("C")
    await api("POST", `/admin/customer-groups/${paused.id}/criteria/pause`)

    expect(await names("criteria_status=active")).toEqual(["A"])
    expect(await names("criteria_status[]=paused&criteria_status[]=none")).toEqual(["B", "C"])
    const { data } = await api("GET", "/admin/customer-groups/overview?order=-criteria_status")
    expect(data.customer_groups.map(({ criteria_status }: { criteria_status: string }) => criteria_status)).toEqual([
      "paused",
      "none",
      "active",
    ])
    expect((await api("GET", "/admin/customer-groups/overview?criteria_status=odd")).data.message).toMatch(
      /^criteria_status: /,
    )
  })
})

describe("Medusa's own route", () => {
  it("answers criteria and history of groups, where they are asked for", async () => {
    const automatic = await anAutomaticGroup(named("Anna"), { name: "A" })
    await aGroup("B")
    const { status, data } = await api("GET", "/admin/customer-groups?fields=%2Bcriteria.*,%2Boperations.*&order=name")
    expect({ status, message: data.message }).toEqual({ status: 200, message: undefined })
    const [a, b] = data.customer_groups
    expect(a).toMatchObject({ id: automatic.id, criteria: { criteria: named("Anna"), status: "active" } })
    expect(a.operations.map(({ type }: { type: string }) => type).sort()).toEqual([
      "create",
      "evaluate",
      "set_criteria",
    ])
    expect(b.criteria ?? null).toBeNull()
    expect(b.operations).toMatchObject([{ type: "create" }])
  })

  it("answers one group with its criteria, and what else is known of it", async () => {
    const { id } = await anAutomaticGroup(named("Anna"), { name: "VIP" })
    const { data } = await api("GET", `/admin/customer-groups/${id}?fields=%2Bcriteria.*,%2Bgroup_state.kind`)
    expect(data.customer_group).toMatchObject({
      id,
      name: "VIP",
      criteria: { criteria: named("Anna") },
      group_state: { kind: "automatic" },
    })
  })
})

describe("GET /admin/customers/:id/group-memberships", () => {
  it("says why a customer is in a group, and what is missing for others", async () => {
    const anna = await aCustomer({ first_name: "Anna" })
    const vip = await anAutomaticGroup(named("Anna"), { name: "VIP" })
    const { data } = await api("POST", AUTOMATIC, {
      name: "Buyers",
      criteria: { all: [{ attribute: "order_count", operator: "gte", value: 2 }] },
    })
    const path = `/admin/customers/${anna.id}/group-memberships`

    expect((await api("GET", path)).data).toMatchObject({
      group_memberships: [
        {
          id: vip.id,
          source: "criteria",
          why: { status: "explained", matches: true, criteria: { children: [{ holds: true, found: "Anna" }] } },
        },
      ],
      count: 1,
      limit: 20,
    })
    expect((await api("GET", `${path}?is_member=false&language=de`)).data).toMatchObject({
      group_memberships: [
        { name: "Buyers", is_member: false, why: { matches: false, criteria: { children: [{ missing: { by: 2 } }] } } },
      ],
      count: 1,
    })
    expect((await api("GET", `${path}?group_id=${data.customer_group.id}`)).data.count).toBe(1)
  })

  it.each([
    ["limit=51", /limit/],
    ["limit=0", /limit/],
    ["language=fr", /^language: /],
    ["is_member=maybe", /^is_member: /],
    ["colour=red", /colour/],
  ])("refuses %s", async (query, message) => {
    const anna = await aCustomer()
    const { status, data } = await api("GET", `/admin/customers/${anna.id}/group-memberships?${query}`)
    expect({ status, message: data.message }).toEqual({ status: 400, message: expect.stringMatching(message) })
  })

  it("answers 404 for a customer and a group that are not there", async () => {
    const anna = await aCustomer()
    await db.query("update customer set deleted_at = now() where id = $1", [anna.id])
    expect((await api("GET", `/admin/customers/${anna.id}/group-memberships`)).status).toBe(404)
    const ben = await aCustomer()
    expect((await api("GET", `/admin/customers/${ben.id}/group-memberships?group_id=cusgroup_none`)).status).toBe(404)
  })
})
