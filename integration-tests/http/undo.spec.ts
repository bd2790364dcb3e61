import { api } from "../helpers/http"
import { aCustomer, add, aGroup, membersInTable, operationsOf } from "../helpers/shop"

describe("POST /admin/customer-groups/operations/:id/undo", () => {
  it("takes back what the operation did, and answers the undo", async () => {
    const [anna, ben] = [await aCustomer(), await aCustomer()]
    const group = await aGroup("VIP")
    await add(group, [anna, ben])
    const [operation] = await operationsOf(group)
    const { status, data } = await api("POST", `/admin/customer-groups/operations/${operation!.id}/undo`)
    expect(status).toBe(200)
    expect(data.operation).toMatchObject({
      type: "undo",
      status: "succeeded",
      reason: "undo",
      left: 2,
      undoes_id: operation!.id,
      details: { undoes: "change_members", taken_back: 2, changed_since: 0, changed_by: [], kept_fields: [] },
    })
    expect(await membersInTable(group)).toEqual([])
    expect((await operationsOf(group))[1]).toMatchObject({ undone_by_id: data.operation.id, can_undo: false })
  })

  it("brings back name and metadata that Medusa's own route has changed", async () => {
    const group = await aGroup("VIP")
    await api("POST", `/admin/customer-groups/${group.id}`, { name: "Gold", metadata: { tier: 1 } })
    const [operation] = await operationsOf(group)
    await api("POST", `/admin/customer-groups/operations/${operation!.id}/undo`)
    const { data } = await api("GET", `/admin/customer-groups/${group.id}`)
    expect(data.customer_group).toMatchObject({ name: "VIP", metadata: null })
  })

  it("keeps the values of metadata to itself", async () => {
    const group = await aGroup("VIP")
    await api("POST", `/admin/customer-groups/${group.id}`, { metadata: { secret: "sesame" } })
    expect(JSON.stringify(await operationsOf(group))).not.toContain("sesame")
  })

  it.each([
    ["an operation that is not there", "cgop_none", 404],
    ["what came from outside", "outside:cusgroup_1:1764547200", 404],
  ])("refuses %s", async (_what, id, expected) => {
    expect((await api("POST", `/admin/customer-groups/operations/${id}/undo`)).status).toBe(expected)
  })

  it("refuses to undo twice, with a message", async () => {
    const group = await aGroup("VIP")
    await add(group, [await aCustomer()])
    const [operation] = await operationsOf(group)
    await api("POST", `/admin/customer-groups/operations/${operation!.id}/undo`)
    const { status, data } = await api("POST", `/admin/customer-groups/operations/${operation!.id}/undo`)
    expect(status).toBe(400)
    expect(data.message).toBe("The operation is undone already.")
  })

  it("refuses the creation of a group: delete it instead", async () => {
    const group = await aGroup("VIP")
    const [operation] = await operationsOf(group)
    expect(operation).toMatchObject({ type: "create", can_undo: false })
    expect((await api("POST", `/admin/customer-groups/operations/${operation!.id}/undo`)).status).toBe(400)
  })
})
