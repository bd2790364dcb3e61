import { api } from "../helpers/http"
import { aCustomer, aGroup, membersInTable } from "../helpers/shop"

const remove = (group: { id: string }) => api("DELETE", `/admin/customer-groups/${group.id}`)

describe("GET /admin/customer-groups/deleted", () => {
  it("answers deleted groups that match, the last deleted first", async () => {
    const [first, second] = [await aGroup("Autumn 1", [await aCustomer()]), await aGroup("Autumn 2")]
    await aGroup("Autumn 3")
    await remove(first)
    await remove(second)
    const { status, data } = await api("GET", "/admin/customer-groups/deleted?q=autumn&limit=1&offset=1")
    expect(status).toBe(200)
    expect(data).toMatchObject({
      count: 2,
      limit: 1,
      offset: 1,
      customer_groups: [{ id: first.id, name: "Autumn 1", kind: "manual", member_count: 1 }],
    })
  })

  it.each([
    ["limit=0", "limit"],
    ["limit=1001", "limit"],
    ["offset=-1", "offset"],
    ["sort=name", "sort"],
  ])("refuses %s and names the field", async (query, field) => {
    const { status, data } = await api("GET", `/admin/customer-groups/deleted?${query}`)
    expect(status).toBe(400)
    expect(data.message).toContain(field)
  })
})

describe("POST /admin/customer-groups/:id/restore", () => {
  it("answers the group, which is there again with its customers", async () => {
    const customer = await aCustomer()
    const group = await aGroup("VIP", [customer])
    await remove(group)
    const { status, data } = await api("POST", `/admin/customer-groups/${group.id}/restore`)
    expect(status).toBe(200)
    expect(data.customer_group).toMatchObject({ id: group.id, name: "VIP", member_count: 1 })
    expect(await membersInTable(group)).toEqual([customer.id])
  })

  it("takes another name where its own is taken, and says so first", async () => {
    const group = await aGroup("VIP")
    await remove(group)
    await aGroup("VIP")
    const refused = await api("POST", `/admin/customer-groups/${group.id}/restore`)
    expect(refused.status).toBe(422)
    expect(refused.data.message).toContain('name: "VIP" is the name of another group by now')
    const { data } = await api("POST", `/admin/customer-groups/${group.id}/restore`, { name: "VIP 2" })
    expect(data.customer_group.name).toBe("VIP 2")
  })

  it.each([
    ["a name that is no text", { name: 5 }, 400, "name"],
    ["an unknown field", { title: "VIP" }, 400, "title"],
  ])("refuses %s", async (_what, body, expected, field) => {
    const group = await aGroup("VIP")
    await remove(group)
    const { status, data } = await api("POST", `/admin/customer-groups/${group.id}/restore`, body)
    expect(status).toBe(expected)
    expect(data.message).toContain(field)
  })

  it("finds no group that is not deleted", async () => {
    const group = await aGroup("VIP")
    expect((await api("POST", `/admin/customer-groups/${group.id}/restore`)).status).toBe(404)
  })
})
