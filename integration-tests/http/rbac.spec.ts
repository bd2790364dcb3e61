import jwt from "jsonwebtoken"
import { Client } from "pg"
import path from "node:path"
import { folders } from "../../scripts/paths"
import { cloneDatabase, dropDatabase } from "../../scripts/postgres"
import { migrate } from "../../scripts/store"
import { migratedTemplate } from "../../scripts/store/template"
import { jwtSecret, startTestStore, testServer, type TestStore } from "../helpers/store"

/** A store of its own: RBAC is switched on by an environment variable, and has tables of its own. */
const TEMPLATE = `customer_groups_rbac_template_${process.pid}`
const RBAC = { MEDUSA_FF_RBAC: "true" }

let store: TestStore
let db: Client

/** A role that may do just this, e.g. `customer_group:read`. */
const aRole = async (name: string, ...may: string[]) => {
  const id = `role_${name}`
  await db.query("insert into rbac_role (id, name) values ($1, $1)", [id])
  for (const permission of may) {
    const { rows } = await db.query("select id from rbac_policy where key = $1 and deleted_at is null", [permission])
    await db.query("insert into rbac_role_policy (id, role_id, policy_id) values ($1, $2, $3)", [
      `rp_${name}_${permission}`,
      id,
      rows[0].id,
    ])
  }
  return id
}

const as = (roles: string[]) => async (method: string, url: string, body?: unknown) =>
  (await answerTo(roles, method, url, body)).status

const answerTo = async (roles: string[], method: string, url: string, body?: unknown) => {
  const token = jwt.sign(
    { actor_id: "user_1", actor_type: "user", auth_identity_id: "a", app_metadata: { user_id: "user_1", roles } },
    jwtSecret,
  )
  const response = await fetch(store.url + url, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  return response
}

beforeAll(async () => {
  const server = testServer()
  await cloneDatabase(server, await migratedTemplate(server), TEMPLATE)
  process.env.MEDUSA_FF_RBAC = "true"
  await migrate({ databaseUrl: server.url(TEMPLATE), logFile: path.join(folders.run, "migrate-rbac.log") })
  delete process.env.MEDUSA_FF_RBAC
  store = await startTestStore("rbac", TEMPLATE, { ...RBAC, DISABLE_ADMIN: "true" })
  db = new Client({ connectionString: store.databaseUrl })
  await db.connect()
  await db.query("insert into customer (id, email) values ('cus_1', 'anna@example.com')")
  await db.query("insert into customer_group (id, name) values ('cusgroup_1', 'VIP')")
}, 180_000)

afterAll(async () => {
  await db?.end()
  await store?.stop()
  await dropDatabase(testServer(), TEMPLATE)
})

const group = "/admin/customer-groups/cusgroup_1"

const writes: [string, string, unknown][] = [
  ["POST", "/admin/customer-groups", { name: "New" }],
  ["POST", group, { name: "Renamed" }],
  ["POST", `${group}/members`, { add: { ids: ["cus_1"] } }],
  ["POST", `${group}/customers`, { add: ["cus_1"] }],
  ["POST", "/admin/customers/cus_1/customer-groups", { add: ["cusgroup_1"] }],
  ["POST", `${group}/criteria`, { criteria: { all: [{ attribute: "has_account", operator: "eq", value: true }] } }],
  ["DELETE", `${group}/criteria?members=keep`, undefined],
  ["POST", `${group}/criteria/pause`, {}],
  ["POST", `${group}/criteria/resume`, {}],
  ["POST", `${group}/evaluate`, {}],
  ["POST", `${group}/duplicate`, {}],
  ["POST", `${group}/move`, { to: "cusgroup_2", members: { filter: {} } }],
  [
    "POST",
    "/admin/customer-groups/combine",
    { how: "union", group_ids: ["cusgroup_1"], into: { group_id: "cusgroup_1" } },
  ],
  [
    "POST",
    "/admin/customer-groups/combine",
    { how: "union", group_ids: ["cusgroup_1", "cusgroup_2"], into: { name: "New" } },
  ],
  [
    "POST",
    "/admin/customer-groups/automatic",
    { name: "New", criteria: { all: [{ attribute: "has_account", operator: "eq", value: true }] } },
  ],
  ["POST", `${group}/exclusions`, { ids: ["cus_1"] }],
  ["DELETE", `${group}/exclusions/cus_1`, undefined],
  ["POST", "/admin/customer-groups/operations/cgop_1/apply", {}],
  ["POST", "/admin/customer-groups/operations/cgop_1/discard", {}],
  ["POST", "/admin/customer-groups/operations/cgop_1/undo", {}],
  ["POST", "/admin/customer-groups/operations/cgop_1/cancel", {}],
  ["POST", `${group}/restore`, {}],
  ["POST", `${group}/import`, undefined],
  ["POST", `${group}/imports/cgimp_1/apply`, {}],
  ["DELETE", group, undefined],
]

const stateOf = async () =>
  Promise.all(
    ["customer_group", "customer_group_customer", "customer_group_operation"].map(
      async (table) => (await db.query(`select * from ${table} order by id`)).rows,
    ),
  )

it("lets a user who may only read change nothing, through any route", async () => {
  const role = await aRole("reader", "customer_group:read", "customer:read")
  const before = await stateOf()
  for (const [method, url, body] of writes) {
    expect({ url, status: await as([role])(method, url, body) }).toEqual({ url, status: 403 })
  }
  expect(await stateOf()).toEqual(before)
})

it("shows a user who may read groups but not customers the counts, and no customers", async () => {
  const role = await aRole("counter", "customer_group:read")
  const statuses: Record<string, number> = {}
  for (const url of [
    "/admin/customer-groups/overview",
    "/admin/customer-groups/health",
    "/admin/customer-groups/deleted",
    `${group}/overview`,
    `${group}/operations`,
    `${group}/usage`,
  ]) {
    statuses[url] = await as([role])("GET", url)
  }
  expect(new Set(Object.values(statuses))).toEqual(new Set([200]))
  for (const url of [
    `${group}/members`,
    `${group}/exclusions`,
    `${group}/candidates`,
    "/admin/customer-groups/operations/cgop_1/changes",
    "/admin/customers/cus_1/group-memberships",
    "/admin/customers/cus_1/group-changes",
    `${group}/changes.csv`,
  ]) {
    expect({ url, status: await as([role])("GET", url) }).toEqual({ url, status: 403 })
  }
  expect(await as([role])("POST", `${group}/export`, {})).toBe(403)
})

describe("of a file that somebody imports", () => {
  const imported = async (roles: string[], query = "") => {
    const token = jwt.sign(
      { actor_id: "user_1", actor_type: "user", auth_identity_id: "a", app_metadata: { user_id: "user_1", roles } },
      jwtSecret,
    )
    const form = new FormData()
    form.append("file", new File(["email\nanna@example.com\nnew@example.com"], "customers.csv"))
    return fetch(`${store.url}${group}/import${query}`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body: form,
    })
  }

  it("shows a user who may change groups but not read customers nothing", async () => {
    const role = await aRole("blind_importer", "customer_group:read", "customer_group:update")
    expect((await imported([role])).status).toBe(403)
    for (const part of ["", "/problems", "/report.csv"])
      expect(await as([role])("GET", `${group}/imports/cgimp_1${part}`)).toBe(403)
    expect(await as([role])("POST", `${group}/imports/cgimp_1/apply`, {})).toBe(403)
  })

  it("makes customers only for a user who may make customers", async () => {
    const may = ["customer_group:read", "customer_group:update", "customer:read"]
    const importer = await aRole("importer", ...may)
    const maker = await aRole("maker", ...may, "customer:create")
    expect((await imported([importer])).status).toBe(201)
    expect((await imported([importer], "?unknown=create_guests")).status).toBe(403)
    const response = await imported([maker], "?unknown=create_guests")
    expect(response.status).toBe(201)
    const { id } = (await response.json()).import
    expect(await as([importer])("POST", `${group}/imports/${id}/apply`, {})).toBe(403)
    expect(await as([maker])("POST", `${group}/imports/${id}/apply`, {})).toBe(200)
  })
})

describe("of criteria that somebody edits", () => {
  const criteria = "/admin/customer-groups/criteria"
  const body = { criteria: { all: [{ attribute: "email", operator: "contains", value: "anna" }] } }
  const previewFor = async (role: string) => (await answerTo([role], "POST", `${criteria}/preview`, body)).json()

  it("shows a user who may read customers whom they match", async () => {
    const role = await aRole("previewer", "customer_group:read", "customer:read")
    expect(await previewFor(role)).toMatchObject({ preview: { matching: 1, sample: [{ id: "cus_1" }] } })
    expect(await as([role])("GET", `${criteria}/attributes/email/values`)).toBe(200)
  })

  it("shows a user who may not read customers the counts and what is in the shop, and no customers", async () => {
    const role = await aRole("estimator", "customer_group:read")
    const { preview } = await previewFor(role)
    expect(preview).toMatchObject({ matching: 1, conditions: [{ count: 1 }] })
    expect(preview).not.toHaveProperty("sample")
    for (const [url, status] of [
      ["attributes", 200],
      ["templates", 200],
      ["attributes/member_of_group/values", 200],
      ["attributes/country/values", 200],
      ["attributes/email/values", 403],
      ["attributes/city/values", 403],
      ["attributes/metadata_text/values?key_path=tier", 403],
    ]) {
      expect({ url, status: await as([role])("GET", `${criteria}/${url}`) }).toEqual({ url, status })
    }
    for (const [attribute, status] of [
      ["country", 200],
      ["city", 403],
    ]) {
      const answer = await as([role])("POST", `${criteria}/attributes/${attribute}/match`, { entries: ["Bonn"] })
      expect({ attribute, status: answer }).toEqual({ attribute, status })
    }
  })

  it("shows a user without any right nothing", async () => {
    const role = await aRole("stranger")
    expect(await as([role])("POST", `${criteria}/attributes/country/match`, { entries: ["Bonn"] })).toBe(403)
    for (const action of ["preview", "describe"])
      expect(await as([role])("POST", `${criteria}/${action}`, body)).toBe(403)
    for (const url of ["attributes", "templates", "attributes/country/values"]) {
      expect({ url, status: await as([role])("GET", `${criteria}/${url}`) }).toEqual({ url, status: 403 })
    }
  })
})

it("tells what was found of orders only a user who may read orders", async () => {
  await db.query("insert into customer_group (id, name) values ('cusgroup_2', 'Buyers')")
  const criteria = {
    all: [
      { attribute: "order_count", operator: "gte", value: 2 },
      { attribute: "email", operator: "contains", value: "anna" },
    ],
  }
  const editor = await aRole("criteria_editor", "customer_group:read", "customer_group:update")
  expect(await as([editor])("POST", "/admin/customer-groups/cusgroup_2/criteria", { criteria })).toBe(200)

  const url = "/admin/customers/cus_1/group-memberships?group_id=cusgroup_2"
  const conditionsFor = async (role: string) => {
    const { group_memberships } = await (await answerTo([role], "GET", url)).json()
    return group_memberships[0].why.criteria.children
  }
  const may = ["customer_group:read", "customer:read"]
  expect(await conditionsFor(await aRole("support", ...may))).toMatchObject([
    { holds: false, is_hidden: true, found: null, missing: null },
    { holds: true, is_hidden: false, found: "anna@example.com" },
  ])
  expect(await conditionsFor(await aRole("sales", ...may, "order:read"))).toMatchObject([
    { holds: false, is_hidden: false, found: 0, missing: { by: 2 } },
    { holds: true, is_hidden: false },
  ])
})

it("leaves out of a group's insights what a user may not read, and says so", async () => {
  const insightsFor = async (role: string) =>
    (await (await answerTo([role], "GET", `${group}/insights`)).json()).insights
  const hidden = { status: "not_allowed" }
  const ready = expect.objectContaining({ status: "ready" })
  const size = expect.objectContaining({ member_count: expect.any(Number) })
  for (const [name, rights, expected] of [
    ["counts", [], { size, orders: hidden, countries: hidden, overlaps: size }],
    ["addresses", ["customer:read"], { orders: hidden, countries: ready }],
    ["revenue", ["order:read"], { orders: ready, countries: hidden }],
    ["everything", ["customer:read", "order:read"], { size, orders: ready, countries: ready }],
  ] as const)
    expect(await insightsFor(await aRole(`insights_${name}`, "customer_group:read", ...rights))).toMatchObject(expected)
})

it("shows a user without any right nothing", async () => {
  const role = await aRole("nobody")
  for (const url of [
    "/admin/customer-groups/overview",
    "/admin/customer-groups/health",
    `${group}/overview`,
    `${group}/members`,
    `${group}/operations`,
    `${group}/insights`,
  ]) {
    expect({ url, status: await as([role])("GET", url) }).toEqual({ url, status: 403 })
  }
  expect(await as([role])("POST", "/admin/customer-groups/reach", { group_ids: ["cusgroup_1"] })).toBe(403)
})

it("lets a user who may update change members and name, and not delete", async () => {
  const role = await aRole("editor", "customer_group:read", "customer_group:update", "customer:read", "customer:update")
  const send = as([role])
  expect(await send("POST", `${group}/members`, { add: { ids: ["cus_1"] } })).toBe(200)
  expect(await send("POST", "/admin/customers/cus_1/customer-groups", { remove: ["cusgroup_1"] })).toBe(200)
  expect(await send("POST", group, { name: "Gold" })).toBe(200)
  expect(await send("GET", `${group}/members`)).toBe(200)
  expect(await send("DELETE", group)).toBe(403)
  expect(await send("POST", "/admin/customer-groups", { name: "New" })).toBe(403)
  expect(await send("POST", `${group}/duplicate`, { name: "New" })).toBe(403)
})

it("lets a user who may create duplicate a group that they may read", async () => {
  const blind = await aRole("blind_creator", "customer_group:create")
  expect(await as([blind])("POST", `${group}/duplicate`, {})).toBe(403)
  const creator = await aRole("creator", "customer_group:read", "customer_group:create")
  expect(await as([creator])("POST", `${group}/duplicate`, {})).toBe(200)
})

it("lets who may create combine groups into a new one, and who may update into one that is there", async () => {
  await db.query("insert into customer_group (id, name) values ('cusgroup_3', 'Third'), ('cusgroup_4', 'Fourth')")
  const url = "/admin/customer-groups/combine"
  const into = (target: object) => ({ how: "union", group_ids: ["cusgroup_3", "cusgroup_4"], into: target })
  const [isNew, isThere] = [into({ name: "Both" }), into({ group_id: "cusgroup_4" })]
  const count = { how: "union", group_ids: ["cusgroup_3"], dry_run: true }
  const creator = as([await aRole("combining_creator", "customer_group:read", "customer_group:create")])
  const editor = as([await aRole("combining_editor", "customer_group:read", "customer_group:update")])
  const reader = as([await aRole("combining_reader", "customer_group:read")])
  expect([await creator("POST", url, isNew), await creator("POST", url, isThere)]).toEqual([201, 403])
  expect([await editor("POST", url, isThere), await editor("POST", url, isNew)]).toEqual([200, 403])
  expect([await reader("POST", url, count), await reader("POST", url, isThere)]).toEqual([200, 403])
  expect(await as([await aRole("combining_nobody")])("POST", url, count)).toBe(403)
})
