import { admin, api, db } from "../helpers/http"
import { aCustomer, aGroup, anAutomaticGroup, membersInTable, named } from "../helpers/shop"

const at = (group: { id: string }, path = "") => `/admin/customer-groups/${group.id}${path}`

/** A group of all who are called Anna, with one of them in it. */
const filled = async () => {
  const anna = await aCustomer({ first_name: "Anna" })
  return { anna, group: await anAutomaticGroup() }
}

it("sets criteria, brings the members in line, and answers both", async () => {
  const anna = await aCustomer({ first_name: "Anna" })
  const group = await aGroup()
  expect((await api("GET", at(group, "/criteria"))).data).toEqual({
    criteria: null,
    sentence: null,
    held_operation: null,
    running_operation: null,
  })

  const { status, data } = await api("POST", at(group, "/criteria"), { criteria: named("Anna"), stay: { days: 30 } })

  expect(status).toBe(200)
  expect(data).toMatchObject({
    criteria: { criteria: named("Anna"), version: 1, status: "active", stay: { days: 30 }, guard: null, error: null },
    operation: { type: "evaluate", reason: "criteria_changed", joined: 1, actor_id: admin.user },
  })
  expect(await membersInTable(group)).toEqual([anna.id])
  const { due_at: _, ...stored } = data.criteria
  expect((await api("GET", at(group, "/criteria"))).data.criteria).toMatchObject(stored)
  expect((await api("GET", at(group, "/overview"))).data.customer_group.kind).toBe("automatic")
})

it.each([
  [{}, "criteria: is required"],
  [{ criteria: "all" }, "criteria: "],
  [{ criteria: { all: [] } }, "criteria.all: An empty node says nothing"],
  [
    { criteria: { all: [{ attribute: "order_count", operator: "gt", value: "abc" }] } },
    'criteria.all[0].value: "abc" is not a number (order_count)',
  ],
  [
    { criteria: { any: [{ attribute: "member_of_group", operator: "in", value: ["cusgroup_x"] }] } },
    'criteria.any[0].value[0]: There is no group "cusgroup_x"',
  ],
  [{ criteria: named("Anna"), stay: { days: 0 } }, "stay.days: "],
  [{ criteria: named("Anna"), guard: { share: 0, people: 1 } }, "guard.share: "],
  [{ criteria: named("Anna"), colour: "red" }, 'unknown field "colour"'],
])("refuses %j, naming the place, and changes nothing", async (body, message) => {
  const group = await aGroup()
  const { status, data } = await api("POST", at(group, "/criteria"), body)
  expect(status).toBe(400)
  expect(data.message).toContain(message)
  expect((await api("GET", at(group, "/criteria"))).data.criteria).toBeNull()
})

describe("criteria in words", () => {
  it.each([
    ["en", "first name is “Anna”"],
    ["de-AT", "Vorname ist „Anna“"],
  ])("are said with a group's criteria, %s", async (language, sentence) => {
    const { group } = await filled()
    const { data } = await api("GET", `${at(group, "/criteria")}?language=${language}`)
    expect(data.sentence).toBe(sentence)
  })

  const describeIt = (body: object) => api("POST", "/admin/customer-groups/criteria/describe", body)

  it("are said before they are saved, with the names of what they know by its id", async () => {
    const group = await aGroup("Wholesale")
    const criteria = { all: [{ attribute: "member_of_group", operator: "in", value: [group.id] }] }
    const { status, data } = await describeIt({ criteria })
    expect({ status, sentence: data.sentence }).toEqual({ status: 200, sentence: expect.stringContaining("Wholesale") })
  })

  it.each([
    [{}, "criteria: is required"],
    [{ criteria: { all: [] } }, "criteria.all: "],
    [{ criteria: named("Anna"), language: 5 }, "language: "],
  ])("are refused of %j, naming the place", async (body, message) => {
    const { status, data } = await describeIt(body)
    expect({ status, message: data.message }).toEqual({ status: 400, message: expect.stringContaining(message) })
  })
})

it("says which evaluation waits for a person", async () => {
  for (let i = 0; i < 3; i++) await aCustomer({ first_name: "Anna" })
  const group = await aGroup()
  const settings = { criteria: named("Ben"), guard: { share: 0.1, people: 0 } }
  await api("POST", at(group, "/criteria"), settings)
  await db.query(
    "update customer_group_criteria set criteria = jsonb_set(criteria, '{all,0,value}', '\"Anna\"'), due_at = now()",
  )
  let held
  while (!held) held = (await api("GET", at(group, "/criteria"))).data.held_operation
  expect(held).toMatchObject({ group_id: group.id, status: "held", details: { joins: 3, leaves: 0 } })
})

it("does not know criteria of a group that is gone", async () => {
  const { group } = await filled()
  await api("DELETE", at(group))
  expect((await api("GET", at(group, "/criteria"))).status).toBe(404)
  expect((await api("POST", at(group, "/criteria"), { criteria: named("Anna") })).status).toBe(404)
})

it("evaluates now", async () => {
  const { group } = await filled()
  await aCustomer({ first_name: "Anna" })
  const { status, data } = await api("POST", at(group, "/evaluate"))
  expect({ status, joined: data.operation.joined }).toEqual({ status: 200, joined: 1 })
})

it("refuses to evaluate a group without criteria, and one that is paused", async () => {
  expect((await api("POST", at(await aGroup(), "/evaluate"))).data.message).toContain("no criteria")
  const { group } = await filled()
  expect((await api("POST", at(group, "/criteria/pause"))).data.criteria.status).toBe("paused")
  expect((await api("POST", at(group, "/evaluate"))).data.message).toContain("paused")
  expect((await api("POST", at(group, "/criteria/resume"))).data.criteria.status).toBe("active")
})

it("saves the criteria of a group that somebody has paused, and moves nobody", async () => {
  const { anna, group } = await filled()
  await api("POST", at(group, "/criteria/pause"))
  const { status, data } = await api("POST", at(group, "/criteria"), { criteria: named("Ben"), note: "For later" })
  expect({ status, message: data.message }).toEqual({ status: 200, message: undefined })
  expect(data).toMatchObject({ criteria: { criteria: named("Ben"), status: "paused" }, operation: null })
  expect(await membersInTable(group)).toEqual([anna.id])
  const { data: history } = await api("GET", at(group, "/operations?type=set_criteria"))
  expect(history.operations[0].details.note).toBe("For later")
})

it("works again with right criteria after its own had become invalid", async () => {
  const { group } = await filled()
  const ben = await aCustomer({ first_name: "Ben" })
  await db.query(
    `update customer_group_criteria set criteria = jsonb_set(criteria, '{all,0,attribute}', '"shoe_size"') where group_id = $1`,
    [group.id],
  )
  await api("POST", at(group, "/evaluate"))
  expect((await api("GET", at(group, "/criteria"))).data.criteria.status).toBe("paused")

  const { data } = await api("POST", at(group, "/criteria"), { criteria: named("Ben") })
  expect(data).toMatchObject({ criteria: { status: "active", error: null }, operation: { joined: 1, left: 1 } })
  expect(await membersInTable(group)).toEqual([ben.id])
})

it("keeps out who is removed by hand, and shows them among the exclusions", async () => {
  const { anna, group } = await filled()
  await api("POST", at(group, "/members"), { remove: { ids: [anna.id] } })
  await api("POST", at(group, "/evaluate"))
  expect(await membersInTable(group)).toEqual([])
  expect((await api("GET", at(group, "/exclusions"))).data).toMatchObject({
    exclusions: [{ customer_id: anna.id, email: anna.email, is_in_force: true }],
    count: 1,
    offset: 0,
    limit: 20,
  })
})

it("takes the criteria away, and asks what becomes of the members", async () => {
  const { anna, group } = await filled()
  expect((await api("DELETE", at(group, "/criteria"))).data.message).toContain("members: ")

  const { status, data } = await api("DELETE", at(group, "/criteria?members=keep"))

  expect({ status, type: data.operation.type }).toEqual({ status: 200, type: "remove_criteria" })
  expect((await api("GET", at(group, "/members"))).data.members).toMatchObject([{ id: anna.id, source: "manual" }])
})

it.each(["apply", "discard"])("knows no held evaluation to %s where there is none", async (decision) => {
  const { group } = await filled()
  const { data } = await api("GET", at(group, "/operations?type=evaluate"))
  const operation = `/admin/customer-groups/operations/${data.operations[0].id}/${decision}`
  expect((await api("POST", operation)).data.message).toContain("not held")
  expect((await api("POST", `/admin/customer-groups/operations/cgop_none/${decision}`)).status).toBe(404)
})

it("answers 202 with the running operation when an evaluation takes long, which then ends by itself", async () => {
  const { group } = await filled()
  await db.query("begin")
  await db.query("select customer_groups_lock(array[$1])", [group.id])
  const { status, data } = await api("POST", at(group, "/evaluate"))
  const overview = await api("GET", at(group, "/overview"))
  await db.query("rollback")

  expect(status).toBe(202)
  expect(data.operation).toMatchObject({ type: "evaluate", status: "running", actor_id: admin.user })
  expect(overview.data.customer_group.criteria_status).toBe("running")
  const operation = async () =>
    (await api("GET", `/admin/customer-groups/operations/${data.operation.id}`)).data.operation
  while ((await operation()).status === "running");
  expect(await operation()).toMatchObject({ status: "succeeded" })
})
