import { api, db } from "../helpers/http"
import { aCustomer, aGroup, anAutomaticGroup, manyCustomers, named } from "../helpers/shop"

const overview = async (query = "") => {
  const { status, data } = await api("GET", `/admin/customer-groups/overview${query}`)
  expect({ status, message: data.message }).toEqual({ status: 200, message: undefined })
  return data
}
const names = async (query: string): Promise<string[]> =>
  (await overview(query)).customer_groups.map(({ name }: { name: string }) => name)

describe("GET /admin/customer-groups/overview", () => {
  it("answers groups with kind, members, growth and use", async () => {
    const anna = await aCustomer()
    const group = await aGroup("VIP", [anna, await aCustomer()])
    await api("POST", `/admin/customer-groups/${group.id}/members`, { remove: { ids: [anna.id] } })

    expect(await overview()).toEqual({
      customer_groups: [
        {
          id: group.id,
          name: "VIP",
          kind: "manual",
          member_count: 1,
          joined_30_days: 2,
          left_30_days: 1,
          usage_count: 0,
          criteria_status: "none",
          criteria_sentence: null,
          created_at: expect.any(String),
          updated_at: expect.any(String),
        },
      ],
      count: 1,
      offset: 0,
      limit: 20,
    })
  })

  it("finds groups by a part of the name, without case, literally", async () => {
    for (const name of ["VIP 100%", "vip under_score", "Wholesale", "O'Hara"]) await aGroup(name)
    expect((await names("?q=vip")).sort()).toEqual(["VIP 100%", "vip under_score"])
    expect(await names("?q=%25")).toEqual(["VIP 100%"])
    expect(await names("?q=_")).toEqual(["vip under_score"])
    expect(await names("?q='")).toEqual(["O'Hara"])
  })

  it("filters by customers, use, kind and dates", async () => {
    await aGroup("Empty")
    const full = await aGroup("Full", [await aCustomer()])
    await db.query("update customer_group set created_at = '2020-05-05' where id = $1", [full.id])

    expect(await names("?has_customers=true")).toEqual(["Full"])
    expect(await names("?has_customers=false")).toEqual(["Empty"])
    expect(await names("?is_used=true")).toEqual([])
    expect((await names("?kind[]=manual")).sort()).toEqual(["Empty", "Full"])
    expect(await names("?kind=automatic")).toEqual([])
    expect(await names("?created_at[$lt]=2021-01-01")).toEqual(["Full"])
    expect(await names(`?id[]=${full.id}`)).toEqual(["Full"])
  })

  it.each(["name", "kind", "member_count", "growth_30_days", "usage_count", "created_at", "updated_at"])(
    "sorts by %s, both ways, and pages without gaps",
    async (column) => {
      const customers = await manyCustomers(3)
      for (let index = 0; index < 5; index++) {
        await aGroup(
          `Group ${index}`,
          customers.slice(0, index % 3).map((id) => ({ id })),
        )
      }
      for (const order of [column, `-${column}`]) {
        const pages = [await names(`?order=${order}&limit=3`), await names(`?order=${order}&limit=3&offset=3`)]
        expect(pages.map((page) => page.length)).toEqual([3, 2])
        expect(new Set(pages.flat()).size).toBe(5)
      }
      if (column === "member_count")
        expect((await overview("?order=-member_count")).customer_groups[0].member_count).toBe(2)
      if (column === "name") expect((await names("?order=-name"))[0]).toBe("Group 4")
    },
  )

  it("says how many there are on a page beyond the last", async () => {
    await aGroup()
    expect(await overview("?offset=20")).toMatchObject({ customer_groups: [], count: 1 })
  })
})

describe("criteria in the list of groups", () => {
  const sentences = async (query: string): Promise<Record<string, string | null>> =>
    Object.fromEntries(
      (await overview(query)).customer_groups.map((group: { name: string; criteria_sentence: string | null }) => [
        group.name,
        group.criteria_sentence,
      ]),
    )

  it("are said in the language that is asked for, with the names of what they know by its id", async () => {
    const wholesale = await aGroup("Wholesale")
    await anAutomaticGroup(named("Anna"), { name: "Annas" })
    const inWholesale = { attribute: "member_of_group", operator: "in", value: [wholesale.id] }
    await anAutomaticGroup({ all: [...named("Ben").all, inWholesale] }, { name: "Traders" })

    expect(await sentences("?order=name")).toEqual({
      Annas: "first name is “Anna”",
      Traders: expect.stringMatching(/^first name is “Ben” and .*Wholesale/),
      Wholesale: null,
    })
    expect(await sentences("?q=annas&language=de-AT")).toEqual({ Annas: "Vorname ist „Anna“" })
    expect(await sentences("?q=annas&language=fr")).toEqual({ Annas: "first name is “Anna”" })
  })

  it("are not said if they have become invalid; the others are", async () => {
    const group = await anAutomaticGroup(named("Anna"), { name: "Broken" })
    await anAutomaticGroup(named("Anna"), { name: "Whole" })
    await db.query("update customer_group_criteria set criteria = $1 where group_id = $2", [
      { all: [{ attribute: "gone", operator: "eq", value: 1 }] },
      group.id,
    ])
    expect(await sentences("?order=name")).toEqual({ Broken: null, Whole: "first name is “Anna”" })
  })

  it("are found by how they do", async () => {
    await aGroup("By hand")
    const group = await anAutomaticGroup(named("Anna"), { name: "Resting" })
    await anAutomaticGroup(named("Anna"), { name: "Following" })
    await api("POST", `/admin/customer-groups/${group.id}/criteria/pause`, {})
    expect(await names("?criteria_status=paused")).toEqual(["Resting"])
    expect((await names("?criteria_status[]=paused&criteria_status[]=active")).sort()).toEqual(["Following", "Resting"])
  })

  it("are refused in what is no language", async () => {
    const { status, data } = await api("GET", "/admin/customer-groups/overview?language=no+language!")
    expect({ status, message: data.message }).toEqual({ status: 400, message: expect.stringMatching(/^language: /) })
  })
})

describe("GET /admin/customer-groups/:id/overview", () => {
  it("answers metadata and who made the group", async () => {
    await db.query(
      `insert into "user" (id, email, first_name, last_name) values ('user_admin', 'a@x.de', 'Anna', 'Meier')`,
    )
    const { data } = await api("POST", "/admin/customer-groups", { name: "VIP", metadata: { tier: "gold" } })
    const details = await api("GET", `/admin/customer-groups/${data.customer_group.id}/overview`)
    expect(details.data.customer_group).toMatchObject({
      name: "VIP",
      metadata: { tier: "gold" },
      created_by: "user_admin",
      created_by_name: "Anna Meier",
      member_count: 0,
    })
  })
})

describe("POST /admin/customer-groups/reach", () => {
  it("counts each customer of several groups once", async () => {
    const [anna, ben, gone] = [await aCustomer(), await aCustomer(), await aCustomer()]
    const [vip, gold] = [await aGroup("VIP", [anna, ben, gone]), await aGroup("Gold", [ben])]
    await api("DELETE", `/admin/customers/${gone.id}`)

    const { data } = await api("POST", "/admin/customer-groups/reach", {
      group_ids: [vip.id, gold.id, "cusgroup_none"],
    })

    expect(data.reach).toEqual({
      customer_count: 2,
      customer_groups: [
        { id: gold.id, name: "Gold", member_count: 1 },
        { id: vip.id, name: "VIP", member_count: 2 },
      ],
    })
  })

  it("answers nobody for no groups", async () => {
    const { data } = await api("POST", "/admin/customer-groups/reach", { group_ids: [] })
    expect(data.reach).toEqual({ customer_count: 0, customer_groups: [] })
  })
})
