import { admin, api } from "../helpers/http"
import {
  aCustomer,
  aGroup,
  anAutomaticGroup,
  membersInTable,
  named,
  operationsOf,
  stateOfGroups,
} from "../helpers/shop"

const combine = (body?: unknown) => api("POST", "/admin/customer-groups/combine", body)

/** Anna and Ben are in the first, Ben and Cleo in the second. */
const two = async () => {
  const [anna, ben, cleo] = [await aCustomer(), await aCustomer(), await aCustomer()]
  const first = await aGroup("VIP", [anna, ben])
  const second = await aGroup("Wholesale", [ben, cleo])
  return { anna, ben, cleo, first, second, group_ids: [first.id, second.id] }
}

describe("POST /admin/customer-groups/combine", () => {
  it("makes a new group of those in all of them, and answers 201", async () => {
    const { ben, first, second, group_ids } = await two()

    const { status, data } = await combine({
      how: "intersection",
      group_ids,
      into: { name: "Both", metadata: { tier: "gold" } },
    })

    expect({ status, data }).toMatchObject({
      status: 201,
      data: {
        customer_group: {
          name: "Both",
          kind: "manual",
          member_count: 1,
          metadata: { tier: "gold" },
          created_by: admin.user,
        },
        operation: {
          type: "combine",
          status: "succeeded",
          reason: "by_hand",
          joined: 1,
          left: 0,
          actor_id: admin.user,
          can_undo: true,
          details: {
            how: "intersection",
            groups: [
              { id: first.id, name: "VIP" },
              { id: second.id, name: "Wholesale" },
            ],
          },
        },
      },
    })
    expect(await membersInTable(data.customer_group)).toEqual([ben.id])
    expect(await operationsOf(data.customer_group)).toMatchObject([{ type: "combine" }, { type: "create" }])
  })

  it("adds to a group that is there, and answers 200 and no group", async () => {
    const { anna, ben, cleo, first, group_ids } = await two()
    const { status, data } = await combine({ how: "union", group_ids, into: { group_id: first.id } })
    expect({ status, data }).toEqual({
      status: 200,
      data: { operation: expect.objectContaining({ type: "combine", group_id: first.id, joined: 1 }) },
    })
    expect(await membersInTable(first)).toEqual([anna.id, ben.id, cleo.id].sort())
  })

  it("takes a single group for a union into another one", async () => {
    const { first, second, cleo } = await two()
    const { status, data } = await combine({ how: "union", group_ids: [second.id], into: { group_id: first.id } })
    expect({ status, joined: data.operation.joined }).toEqual({ status: 200, joined: 1 })
    expect(await membersInTable(first)).toContain(cleo.id)
  })

  it.each([
    ["union", 3],
    ["intersection", 1],
    ["difference", 1],
  ])("says in a dry run how many the %s holds, and changes nothing", async (how, count) => {
    const { group_ids } = await two()
    const before = await stateOfGroups()
    expect(await combine({ how, group_ids, dry_run: true })).toEqual({ status: 200, data: { count } })
    expect(await stateOfGroups()).toEqual(before)
  })

  it("makes who is in an automatic group by criteria a member by hand, and lifts exclusions", async () => {
    const [anna, other] = [await aCustomer({ first_name: "Anna" }), await aCustomer({ first_name: "Anna" })]
    const into = await anAutomaticGroup(named("Anna"))
    await api("POST", `/admin/customer-groups/${into.id}/exclusions`, { ids: [other.id] })
    const group = await aGroup("VIP", [anna, other])

    await combine({ how: "union", group_ids: [group.id], into: { group_id: into.id } })

    const { data } = await api("GET", `/admin/customer-groups/${into.id}/members?source=manual`)
    expect(data.count).toBe(2)
    expect((await api("GET", `/admin/customer-groups/${into.id}/exclusions`)).data.count).toBe(0)
  })

  it.each([
    ["nothing", {}, 400, /^how: /],
    ["a way that there is not", { how: "xor" }, 400, /^how: /],
    ["groups that are no list", { group_ids: "cusgroup_1" }, 400, /^group_ids: /],
    ["no groups", { group_ids: [] }, 400, /^group_ids: 0 given; name 2 to 100 groups/],
    ["one group", { group_ids: ["first"] }, 400, /^group_ids: 1 given; name 2 to 100 groups/],
    ["101 groups", { group_ids: Array.from({ length: 101 }, (_, i) => `g${i}`) }, 400, /^group_ids: 101 given/],
    ["1,001 groups", { group_ids: Array.from({ length: 1_001 }, (_, i) => `g${i}`) }, 400, /^group_ids: /],
    ["the same group twice", { group_ids: ["first", "first"] }, 400, /^group_ids: cusgroup_\w+ is named twice/],
    ["an id with NUL", { group_ids: ["first", "a\0b"] }, 400, /^group_ids\.1: /],
    [
      "a group that does not exist",
      { group_ids: ["first", "cusgroup_none"] },
      404,
      /^group_ids: 1 of 2 .*cusgroup_none/,
    ],
    ["a deleted group", { group_ids: ["first", "deleted"] }, 404, /^group_ids: 1 of 2 /],
    ["nowhere to go", { into: undefined }, 400, /^into: is required/],
    ["neither a group nor a name", { into: {} }, 400, /^into: needs either group_id or name/],
    ["a group and a name", { into: { group_id: "first", name: "New" } }, 400, /^into: needs either group_id or name/],
    ["metadata for a group that is there", { into: { group_id: "first", metadata: {} } }, 400, /^into: metadata goes/],
    ["a target that does not exist", { into: { group_id: "cusgroup_none" } }, 404, /^into\.group_id: /],
    ["a deleted target", { into: { group_id: "deleted" } }, 404, /^into\.group_id: /],
    ["a name that is no text", { into: { name: 5 } }, 400, /^into\.name: /],
    ["a blank name", { into: { name: " " } }, 400, /^name: /],
    ["a name that is taken", { into: { name: "VIP" } }, 400, /already exists/],
    ["an unknown field", { colour: "red" }, 400, /unknown field "colour"/],
    ["an unknown field of the target", { into: { name: "New", colour: "red" } }, 400, /^into: unknown field "colour"/],
  ])("refuses %s, and changes nothing", async (what, given, status, message) => {
    const { first, group_ids } = await two()
    const deleted = await aGroup("Gone")
    await api("DELETE", `/admin/customer-groups/${deleted.id}`)
    const idOf: Record<string, string> = { first: first.id, deleted: deleted.id }
    const body = what === "nothing" ? {} : { how: "union", group_ids, into: { name: "New" }, ...given }
    const text = JSON.stringify(body).replace(/"(first|deleted)"/g, (_, name: string) => `"${idOf[name]}"`)
    const before = await stateOfGroups()
    const answer = await combine(text)
    expect({ status: answer.status, message: answer.data.message }).toEqual({
      status,
      message: expect.stringMatching(message),
    })
    expect(await stateOfGroups()).toEqual(before)
  })

  it("is for users only", async () => {
    for (const as of ["nobody", { customer: "cus_1" }] as const)
      expect((await api("POST", "/admin/customer-groups/combine", {}, { as })).status).toBe(401)
  })
})
