import { api } from "../helpers/http"
import { aCustomer, aGroup, manyCustomers, stateOfGroups } from "../helpers/shop"

const MANY = 100_001

/** A refusal: the status, what its message names, and nothing changed. */
const expectRefusal = async (
  request: () => Promise<{ status: number; data: { type?: string; message: string } }>,
  { status, names }: { status: number; names: RegExp },
) => {
  const before = await stateOfGroups()
  const answer = await request()
  expect({ status: answer.status, message: answer.data.message }).toEqual({
    status,
    message: expect.stringMatching(names),
  })
  expect(await stateOfGroups()).toEqual(before)
}

describe("a group is refused, and nothing changes,", () => {
  it.each([
    ["without a name", {}, /'name' is required/],
    ["with an empty name", { name: "" }, /^name: /],
    ["with a blank name", { name: " \t " }, /^name: /],
    ["with a name over 255 characters", { name: "x".repeat(256) }, /^name: 256 characters are too long/],
    ["with a name that is no text", { name: 5 }, /'name'/],
    ["with NUL in its name", { name: "a\0b" }, /^name: /],
    ["with a field that does not exist", { name: "A", colour: "red" }, /colour/],
    ["with metadata that is no object", { name: "A", metadata: "x" }, /'metadata'/],
  ])("%s", async (_what, body, names) => {
    const group = await aGroup("There already")
    await expectRefusal(() => api("POST", "/admin/customer-groups", body), { status: 400, names })
    if (Object.keys(body).length) {
      await expectRefusal(() => api("POST", `/admin/customer-groups/${group.id}`, body), { status: 400, names })
    }
  })

  it("with a name that exists, on creating and on renaming", async () => {
    await aGroup("VIP")
    const other = await aGroup("Gold")
    const refusal = { status: 400, names: /name: VIP, already exists/ }
    await expectRefusal(() => api("POST", "/admin/customer-groups", { name: "VIP" }), refusal)
    await expectRefusal(() => api("POST", `/admin/customer-groups/${other.id}`, { name: "VIP" }), refusal)
  })
})

describe("a change of members is refused, and nothing changes,", () => {
  it("of a group that does not exist", async () => {
    const anna = await aCustomer()
    await expectRefusal(
      () => api("POST", "/admin/customer-groups/cusgroup_none/members", { add: { ids: [anna.id] } }),
      {
        status: 404,
        names: /cusgroup_none/,
      },
    )
    await expectRefusal(() => api("POST", "/admin/customer-groups/cusgroup_none/customers", { add: [anna.id] }), {
      status: 404,
      names: /cusgroup_none/,
    })
  })

  it("of a deleted group", async () => {
    const anna = await aCustomer()
    const group = await aGroup()
    await api("DELETE", `/admin/customer-groups/${group.id}`)
    await expectRefusal(() => api("POST", `/admin/customer-groups/${group.id}/members`, { add: { ids: [anna.id] } }), {
      status: 404,
      names: new RegExp(group.id),
    })
  })

  it("with customers who do not exist or are deleted: the first are named, with how many", async () => {
    const [anna, gone] = [await aCustomer(), await aCustomer({ deleted_at: "2026-01-01" })]
    const group = await aGroup()
    const unknown = Array.from({ length: 7 }, (_, index) => `cus_none_${index}`)
    for (const list of ["add", "remove"]) {
      await expectRefusal(
        () => api("POST", `/admin/customer-groups/${group.id}/members`, { [list]: { ids: [anna.id, gone.id] } }),
        {
          status: 404,
          names: new RegExp(`^${list}: 1 of 2 customers do not exist: ${gone.id}\\. Nothing was changed\\.$`),
        },
      )
    }
    await expectRefusal(
      () => api("POST", `/admin/customer-groups/${group.id}/customers`, { add: [anna.id, ...unknown] }),
      {
        status: 404,
        names: /^add: 7 of 8 customers do not exist: cus_none_0, cus_none_1, cus_none_2, cus_none_3, cus_none_4, …/,
      },
    )
  })

  it("with the same id in add and remove", async () => {
    const anna = await aCustomer()
    const group = await aGroup()
    await expectRefusal(
      () =>
        api("POST", `/admin/customer-groups/${group.id}/members`, {
          add: { ids: [anna.id] },
          remove: { ids: [anna.id] },
        }),
      { status: 400, names: new RegExp(`^remove: 1 of 1 are in add as well: ${anna.id}`) },
    )
    await expectRefusal(
      () => api("POST", `/admin/customer-groups/${group.id}/customers`, { add: [anna.id], remove: [anna.id] }),
      { status: 400, names: /^remove: / },
    )
    await expectRefusal(
      () => api("POST", `/admin/customers/${anna.id}/customer-groups`, { add: [group.id], remove: [group.id] }),
      { status: 400, names: /^remove: / },
    )
  })

  it("with 100,001 ids", async () => {
    const group = await aGroup()
    const ids = await manyCustomers(MANY)
    await expectRefusal(() => api("POST", `/admin/customer-groups/${group.id}/members`, { add: { ids } }), {
      status: 400,
      names: /^add: 100001 ids are too many; at most 100000/,
    })
    await expectRefusal(() => api("POST", `/admin/customer-groups/${group.id}/customers`, { remove: ids }), {
      status: 400,
      names: /^remove: 100001 ids are too many/,
    })
    await expectRefusal(
      () => api("POST", `/admin/customer-groups/${group.id}/members`, { add: { filter: {}, except: ids } }),
      { status: 400, names: /^add\.except: / },
    )
  })

  it.each([
    ["nothing to do", {}, /add/],
    ["ids that are no list", { add: { ids: "cus_1" } }, /ids/],
    ["ids that are no texts", { add: { ids: [1] } }, /ids/],
    ["an id with NUL", { add: { ids: ["a\0b"] } }, /^add: /],
    ["ids and filter together", { add: { ids: ["a"], filter: {} } }, /^add: needs either ids or filter/],
    ["an unknown field", { add: { ids: ["a"] }, colour: "red" }, /colour/],
    ["an unknown filter", { add: { filter: { colour: "red" } } }, /^add\.filter: unknown field "colour"/],
    ["a filter of a wrong type", { remove: { filter: { has_account: 5 } } }, /^remove\.filter\.has_account: /],
    [
      "a date that is none",
      { remove: { filter: { joined_at: { $gte: "yesterday" } } } },
      /^remove\.filter\.joined_at\.\$gte: /,
    ],
    ["a country that is none", { add: { filter: { country_code: "Germany" } } }, /^add\.filter\.country_code: /],
  ])("with %s", async (_what, body, names) => {
    const group = await aGroup()
    await expectRefusal(() => api("POST", `/admin/customer-groups/${group.id}/members`, body), { status: 400, names })
  })

  it("with a body that is no JSON", async () => {
    const group = await aGroup()
    for (const path of [
      `/admin/customer-groups/${group.id}/members`,
      "/admin/customer-groups",
      "/admin/customer-groups/reach",
    ]) {
      await expectRefusal(() => api("POST", path, "{ name: "), { status: 400, names: /JSON/i })
    }
  })

  it("of a customer who does not exist", async () => {
    const group = await aGroup()
    await expectRefusal(() => api("POST", "/admin/customers/cus_none/customer-groups", { add: [group.id] }), {
      status: 404,
      names: /cus_none/,
    })
  })
})

describe("a list is refused", () => {
  const lists = async () => {
    const group = await aGroup()
    return [
      "/admin/customer-groups/overview",
      `/admin/customer-groups/${group.id}/members`,
      `/admin/customer-groups/${group.id}/candidates`,
      `/admin/customer-groups/${group.id}/operations`,
    ]
  }

  it.each([
    ["limit=0", /limit/],
    ["limit=1001", /limit/],
    ["limit=abc", /limit/],
    ["limit=-1", /limit/],
    ["limit=1.5", /limit/],
    ["limit=1e9", /limit/],
    ["offset=-1", /offset/],
    ["offset=abc", /offset/],
    ["colour=red", /colour/],
  ])("with %s", async (query, names) => {
    for (const path of await lists()) {
      const { status, data } = await api("GET", `${path}?${query}`)
      expect({ path, status, message: data.message }).toEqual({
        path,
        status: 400,
        message: expect.stringMatching(names),
      })
    }
  })

  it.each([
    ["order=colour", /order/],
    ["order=id;drop table customer", /order/],
    ["order=", /order/],
    ["q=a%00b", /q/],
    [`q=${"x".repeat(501)}`, /q/],
    ["created_at[$gte]=yesterday", /created_at/],
    ["created_at[$like]=x", /created_at/],
    ["has_account=maybe&has_customers=maybe", /has_/],
  ])("with %s", async (query, names) => {
    for (const path of (await lists()).slice(0, 3)) {
      const { status, data } = await api("GET", `${path}?${query}`)
      expect({ path, status, message: data.message }).toEqual({
        path,
        status: 400,
        message: expect.stringMatching(names),
      })
    }
  })

  it("of a group that does not exist", async () => {
    for (const list of ["members", "candidates", "overview", "usage"]) {
      const { status, data } = await api("GET", `/admin/customer-groups/cusgroup_none/${list}`)
      expect({ list, status, type: data.type }).toEqual({ list, status: 404, type: "not_found" })
    }
  })

  it("of an operation that does not exist", async () => {
    expect((await api("GET", "/admin/customer-groups/operations/cgop_none")).status).toBe(404)
    expect((await api("GET", "/admin/customer-groups/operations/cgop_none/changes")).status).toBe(404)
    expect((await api("GET", "/admin/customer-groups/operations/outside:x:99999999999999999/changes")).status).toBe(404)
  })

  it("takes the smallest and the largest page", async () => {
    for (const path of await lists()) {
      expect((await api("GET", `${path}?limit=1`)).data.limit).toBe(1)
      expect((await api("GET", `${path}?limit=1000`)).data.limit).toBe(1_000)
    }
  })
})

it("lets nobody in without a login", async () => {
  const group = await aGroup()
  const requests = [
    ["GET", "/admin/customer-groups/overview"],
    ["POST", "/admin/customer-groups/reach"],
    ["GET", "/admin/customer-groups/operations/cgop_1"],
    ["GET", "/admin/customer-groups/operations/cgop_1/changes"],
    ...["overview", "members", "candidates", "operations", "usage"].map((part) => [
      "GET",
      `/admin/customer-groups/${group.id}/${part}`,
    ]),
    ["POST", `/admin/customer-groups/${group.id}/members`],
    ["POST", `/admin/customer-groups/${group.id}/exclusions`],
    ["POST", "/admin/customer-groups/automatic"],
    ["GET", "/admin/customers/cus_1/group-memberships"],
  ] as ["GET" | "POST", string][]
  for (const [method, path] of requests) {
    const { status } = await api(method, path, method === "POST" ? {} : undefined, { as: "nobody" })
    expect({ path, status }).toEqual({ path, status: 401 })
  }
})
