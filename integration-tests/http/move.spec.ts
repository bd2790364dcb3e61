import { admin, api } from "../helpers/http"
import {
  aCustomer,
  aGroup,
  anAutomaticGroup,
  manyCustomers,
  membersInTable,
  named,
  stateOfGroups,
} from "../helpers/shop"

const move = (group: { id: string }, body?: unknown) => api("POST", `/admin/customer-groups/${group.id}/move`, body)

/** Anna and Ben are in the first, Ben in the second too. */
const two = async () => {
  const [anna, ben] = [await aCustomer({ first_name: "Anna" }), await aCustomer({ first_name: "Ben" })]
  const from = await aGroup("Trial", [anna, ben])
  const to = await aGroup("Regular", [ben])
  return { anna, ben, from, to }
}

describe("POST /admin/customer-groups/:id/move", () => {
  it("moves members by id, and answers an operation on each group", async () => {
    const { anna, ben, from, to } = await two()

    const { status, data } = await move(from, { to: to.id, members: { ids: [anna.id, ben.id] } })

    const said = { type: "move", status: "succeeded", reason: "by_hand", actor_id: admin.user, can_undo: true }
    expect({ status, data }).toMatchObject({
      status: 200,
      data: {
        operations: [
          { ...said, group_id: from.id, left: 2, joined: 0, details: { to: { id: to.id, name: "Regular" } } },
          { ...said, group_id: to.id, left: 0, joined: 1, details: { from: { id: from.id, name: "Trial" } } },
        ],
      },
    })
    expect(data.operations[1].part_of_id).toBe(data.operations[0].id)
    expect(await membersInTable(from)).toEqual([])
    expect(await membersInTable(to)).toEqual([anna.id, ben.id].sort())
  })

  it("moves all members that match a filter but some", async () => {
    const ids = await manyCustomers(30)
    const from = await aGroup(
      "Trial",
      ids.map((id) => ({ id })),
    )
    const to = await aGroup("Regular")
    const { data } = await move(from, { to: to.id, members: { filter: { q: "number" }, except: [ids[0]] } })
    expect(data.operations).toMatchObject([{ left: 29 }, { joined: 29 }])
    expect(await membersInTable(from)).toEqual([ids[0]])
  })

  it("excludes them from an automatic group that they leave", async () => {
    const anna = await aCustomer({ first_name: "Anna" })
    const from = await anAutomaticGroup(named("Anna"))
    const to = await aGroup("Regular")
    await move(from, { to: to.id, members: { ids: [anna.id] } })
    const { data } = await api("GET", `/admin/customer-groups/${from.id}/exclusions`)
    expect(data.exclusions).toMatchObject([{ customer_id: anna.id }])
  })

  it.each([0, 1])("is undone in both groups by undoing either operation (%i)", async (asked) => {
    const { anna, ben, from, to } = await two()
    const { data } = await move(from, { to: to.id, members: { filter: {} } })
    const undone = await api("POST", `/admin/customer-groups/operations/${data.operations[asked].id}/undo`)
    expect(undone).toMatchObject({ status: 200, data: { operation: { undoes_id: data.operations[asked].id } } })
    expect(await membersInTable(from)).toEqual([anna.id, ben.id].sort())
    expect(await membersInTable(to)).toEqual([ben.id])
    for (const { id } of data.operations) {
      const { operation } = (await api("GET", `/admin/customer-groups/operations/${id}`)).data
      expect(operation).toMatchObject({ can_undo: false, undone_by_id: expect.any(String) })
    }
  })

  it.each([
    ["nothing", { to: undefined, members: undefined }, 400, /^to: is required/],
    ["no members", { members: undefined }, 400, /^members: is required/],
    ["neither ids nor filter", { members: {} }, 400, /^members: needs either ids or filter/],
    ["ids and filter", { members: { ids: [], filter: {} } }, 400, /^members: needs either ids or filter/],
    ["ids that are no list", { members: { ids: "cus_1" } }, 400, /^members\.ids: /],
    ["an unknown filter", { members: { filter: { colour: "red" } } }, 400, /^members\.filter: unknown field "colour"/],
    ["a filter of a wrong type", { members: { filter: { has_account: 5 } } }, 400, /^members\.filter\.has_account: /],
    ["an unknown field", { colour: "red" }, 400, /unknown field "colour"/],
    ["a customer who does not exist", { members: { ids: ["cus_none"] } }, 404, /^members\.ids: 1 of 1 customers/],
    ["a target that does not exist", { to: "cusgroup_none" }, 404, /^to: 1 of 1 customer groups do not exist/],
    ["a deleted target", { to: "deleted" }, 404, /^to: 1 of 1 customer groups do not exist/],
    ["the same group", { to: "from" }, 400, /^to: Must be another group/],
    ["a target that is no text", { to: 5 }, 400, /^to: /],
  ])("refuses %s, and changes nothing", async (_what, given, status, message) => {
    const { from, to, anna } = await two()
    const deleted = await aGroup("Gone")
    await api("DELETE", `/admin/customer-groups/${deleted.id}`)
    const body: Record<string, unknown> = { to: to.id, members: { ids: [anna.id] }, ...given }
    if (body.to === "deleted") body.to = deleted.id
    if (body.to === "from") body.to = from.id
    const before = await stateOfGroups()
    const answer = await move(from, body)
    expect({ status: answer.status, message: answer.data.message }).toEqual({
      status,
      message: expect.stringMatching(message),
    })
    expect(await stateOfGroups()).toEqual(before)
  })

  it("refuses 100,001 ids, and changes nothing", async () => {
    const { from, to } = await two()
    const ids = Array.from({ length: 100_001 }, (_, index) => `cus_${index}`)
    const { status, data } = await move(from, { to: to.id, members: { ids } })
    expect({ status, message: data.message }).toEqual({
      status: 400,
      message: expect.stringMatching(/^members\.ids: 100001 ids are too many/),
    })
  })

  it("refuses a group that does not exist or is deleted", async () => {
    const { from, to } = await two()
    await api("DELETE", `/admin/customer-groups/${from.id}`)
    for (const id of [from.id, "cusgroup_none"])
      expect((await move({ id }, { to: to.id, members: { filter: {} } })).status).toBe(404)
  })

  it("is for users only", async () => {
    const { from } = await two()
    for (const as of ["nobody", { customer: "cus_1" }] as const)
      expect((await api("POST", `/admin/customer-groups/${from.id}/move`, {}, { as })).status).toBe(401)
  })
})
