import {
  defineAttribute,
  operatorsOf,
  registerCustomerAttribute,
  sources,
  values,
} from "../../src/modules/customer-groups/criteria"
import { sql } from "../../src/modules/customer-groups/sql/sql"
import type { AdminReadyCriteriaPreview, PreviewCriteriaInput } from "../../src/types"
import { aCustomer, aGroup, anAutomaticGroup, anEvaluatedGroup, insertRow } from "../helpers/fixtures"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/** What criteria would do, held against what an evaluation then does. */

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(() => app.reset())
afterAll(() => app.stop())

const named = (...names: string[]) => ({ all: [{ attribute: "first_name", operator: "in", value: names }] })
const inGroup = (id: string) => ({ all: [{ attribute: "member_of_group", operator: "in", value: [id] }] })

const preview = async (input: PreviewCriteriaInput) =>
  (await app.groups.previewCriteria(input)) as AdminReadyCriteriaPreview

const changesIn = ({ sample }: AdminReadyCriteriaPreview) =>
  Object.fromEntries(sample!.map(({ id, change }) => [id, change]))

it("counts who would join a new group, and how many each condition alone holds", async () => {
  const anna = await aCustomer(app, { first_name: "Anna", last_name: "A", company_name: "Acme" })
  await aCustomer(app, { first_name: "Anna" })
  await aCustomer(app, { first_name: "Ben", company_name: "Acme" })
  const gone = await aCustomer(app, { first_name: "Anna", company_name: "Acme" })
  await app.customers.softDeleteCustomers([gone.id])
  const company = { attribute: "company_name", operator: "eq", value: "acme" }

  const previewed = await preview({ criteria: { all: [...named("Anna").all, { any: [company] }] } })

  expect(previewed).toMatchObject({
    status: "ready",
    matching: 1,
    members_before: 0,
    members_after: 1,
    joins: 1,
    leaves: 0,
    customer_count: 3,
    sample: [
      { id: anna.id, email: anna.email, first_name: "Anna", last_name: "A", has_account: false, change: "joins" },
    ],
    conditions: [
      { path: "criteria.all[0]", count: 2 },
      { path: "criteria.all[1].any[0]", count: 2 },
    ],
  })
})

it.each([
  [
    "total" as const,
    ["as_of", "customer_count", "joins", "leaves", "matching", "members_after", "members_before", "status"],
  ],
  ["sample" as const, ["as_of", "sample", "status"]],
  ["conditions" as const, ["as_of", "conditions", "status"]],
])("answers the part %s alone", async (part, fields) => {
  const group = await aGroup(app)
  expect(Object.keys(await preview({ criteria: named("Anna"), parts: [part] })).sort()).toEqual(fields)
  expect(Object.keys(await preview({ criteria: named("Anna"), parts: [part], group_id: group.id })).sort()).toEqual(
    fields,
  )
})

/** An automatic group of Anna and Ben, with Cleo by hand; Dora is excluded, Emil matches nothing yet. */
const aFilledGroup = async () => {
  const [anna, ben, cleo, dora, emil] = await Promise.all(
    ["Anna", "Ben", "Cleo", "Dora", "Emil"].map((first_name) => aCustomer(app, { first_name })),
  )
  const group = await aGroup(app, { members: [cleo!] })
  await app.groups.setCriteria({ group_id: group.id, criteria: named("Anna", "Ben", "Dora") })
  await app.groups.evaluateGroup({ group_id: group.id })
  await app.groups.changeMembers({ group_id: group.id, remove: { ids: [dora!.id] } })
  return { group, anna: anna!, ben: ben!, cleo: cleo!, dora: dora!, emil: emil! }
}

it("takes members by hand and exclusions in, and shows what happens to each", async () => {
  const { group, anna, ben, cleo, emil } = await aFilledGroup()

  const previewed = await preview({ criteria: named("Ben", "Dora", "Emil"), group_id: group.id })

  expect(previewed).toMatchObject({ matching: 3, members_before: 3, members_after: 3, joins: 1, leaves: 1 })
  expect(changesIn(previewed)).toEqual({
    [anna.id]: "leaves",
    [ben.id]: "stays",
    [cleo.id]: "stays",
    [emil.id]: "joins",
  })
})

it.each([
  ["keeps who joined too lately to leave", { days: 30 }, 0],
  ["keeps who does not fulfil the criteria for leaving", { leave_criteria: named("Zoe") as never }, 0],
  ["lets go who fulfils the criteria for leaving", { leave_criteria: named("Anna") as never }, 1],
])("%s", async (_, stay, leaves) => {
  const { group } = await aFilledGroup()
  expect(await preview({ criteria: named("Ben"), stay, group_id: group.id })).toMatchObject({ leaves })
})

it.each([{ days: 30 }, undefined])("says what the evaluation then does (stay %j)", async (stay) => {
  const { group, cleo } = await aFilledGroup()
  await insertRow(app.db, group, cleo)
  const criteria = named("Ben", "Dora", "Emil")

  const { joins, leaves, members_after } = await preview({ criteria, stay, group_id: group.id })
  await app.groups.setCriteria({ group_id: group.id, criteria, stay })
  const evaluated = await app.groups.evaluateGroup({ group_id: group.id })

  expect(evaluated).toMatchObject({ joined: joins, left: leaves })
  expect((await app.groups.listMembers(group.id)).count).toBe(members_after)
})

it("changes nothing", async () => {
  const { group } = await aFilledGroup()
  const state = async () =>
    Promise.all(
      ["customer_group_customer", "customer_group_operation", "customer_group_criteria", "customer_group_outbox"].map(
        async (table) => (await app.db.query(`select * from ${table} order by 1`)).rows,
      ),
    )
  const before = await state()
  await preview({ criteria: named("Emil"), group_id: group.id })
  expect(await state()).toEqual(before)
})

it("shows up to ten customers, the same each time, some of each change", async () => {
  const many = async (first_name: string, count: number) => {
    for (let index = 0; index < count; index++) await aCustomer(app, { first_name })
  }
  await many("Anna", 12)
  const group = await anEvaluatedGroup(app, named("Anna"))
  await many("Ben", 12)

  const input = { criteria: named("Ben"), group_id: group.id }
  const { sample } = await preview(input)

  expect(sample).toHaveLength(10)
  expect(sample!.filter(({ change }) => change === "leaves")).toHaveLength(5)
  expect((await preview(input)).sample).toEqual(sample)
  expect((await preview({ criteria: named("Anna", "Ben") })).sample).toHaveLength(10)
})

describe("while what customers have ordered is being counted", () => {
  const building = { status: "building", steps_done: 3, steps_total: 12 }
  const set = ({ status, steps_done, steps_total }: typeof building) =>
    app.db.query("update customer_statistics_state set status = $1, steps_done = $2, steps_total = $3", [
      status,
      steps_done,
      steps_total,
    ])
  const ordered = { all: [{ attribute: "order_count", operator: "lt", value: 3 }] }
  let before: typeof building
  beforeEach(async () => {
    before = (await app.db.query("select status, steps_done, steps_total from customer_statistics_state")).rows[0]
    await set(building)
  })
  afterEach(() => set(before))

  it("says how far that is instead of numbers that are wrong", async () => {
    expect(await preview({ criteria: ordered })).toEqual({ status: "statistics_building", progress: 0.25 })
    const stay = { leave_criteria: ordered as never }
    expect(await preview({ criteria: named("Anna"), stay })).toMatchObject({ status: "statistics_building" })
  })

  it("previews what does not ask for it", async () => {
    expect(await preview({ criteria: named("Anna") })).toMatchObject({ status: "ready", matching: 0 })
  })
})

describe("refuses, naming the place,", () => {
  it.each([
    ["a wrong value", { all: [{ attribute: "order_count", operator: "gt", value: "abc" }] }, "criteria.all[0].value: "],
    [
      "a group that does not exist",
      inGroup("cusgroup_none"),
      'criteria.all[0].value[0]: There is no group "cusgroup_none"',
    ],
  ])("%s", async (_, criteria, message) => {
    await expect(preview({ criteria })).rejects.toMatchObject({
      type: "invalid_data",
      message: expect.stringContaining(message),
    })
  })

  it("groups that would look at each other in a circle", async () => {
    const first = await aGroup(app)
    const second = await anAutomaticGroup(app, inGroup(first.id))
    await expect(preview({ criteria: inGroup(second.id), group_id: first.id })).rejects.toThrow("in a circle")
  })

  it("a stay that is none", async () => {
    await expect(preview({ criteria: named("Anna"), stay: { days: 0 } })).rejects.toThrow("stay.days")
  })

  it("what the criteria for leaving name that there is not", async () => {
    const stay = { leave_criteria: inGroup("cusgroup_none") as never }
    await expect(preview({ criteria: named("Anna"), stay })).rejects.toThrow(
      "stay.leave_criteria.all[0].value[0]: There is",
    )
  })

  it("the preview of a group that is gone", async () => {
    const group = await aGroup(app)
    await app.customers.softDeleteCustomerGroups([group.id])
    await expect(preview({ criteria: named("Anna"), group_id: group.id })).rejects.toMatchObject({ type: "not_found" })
  })
})

describe("a preview that nobody waits for any more", () => {
  const slow = { all: [{ attribute: "slow", operator: "eq", value: true }] }
  let takeOut: () => void
  beforeAll(() => {
    const attribute = defineAttribute({
      id: "slow",
      family: "other",
      value: values.boolean,
      operators: operatorsOf.boolean,
      parameters: {},
      looksAt: [],
      source: () => sources.customerValue(sql`pg_sleep(60)::text || c.id = 'nobody'`),
    })
    takeOut = registerCustomerAttribute(attribute, { en: { label: "Slow", hint: "", sentence: "is slow" } })
  })
  afterAll(() => takeOut())

  const sleeping = async () => {
    const { rows } = await app.db.query(
      `select pid from pg_stat_activity
       where datname = current_database() and query like '%pg_sleep%' and state = 'active' and pid <> pg_backend_pid()`,
    )
    return rows.length
  }
  const until = async (isSo: () => Promise<boolean>) => {
    while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve))
  }

  it.each([["total" as const], ["conditions" as const]])("ends in the database too (%s)", async (part) => {
    await aCustomer(app)
    const left = new AbortController()
    const input = { criteria: slow, parts: [part] }
    const previewed = app.groups.previewCriteria(input, { signal: left.signal })
    const ended = expect(previewed).rejects.toThrow("aborted")
    await until(async () => (await sleeping()) === 1)

    const begin = Date.now()
    left.abort()
    await ended
    await until(async () => (await sleeping()) === 0)

    expect(Date.now() - begin).toBeLessThan(1_500)
    expect(await preview({ criteria: named("Anna") })).toMatchObject({ status: "ready" })
  })
})

describe("values to choose from", () => {
  const valuesOf = async (attribute: string, more: object = {}) =>
    (await app.groups.listCriteriaValues({ attribute, ...more })).map(({ value, label }) => [value, label])

  it("are those that occur, the commonest first", async () => {
    for (const company_name of ["Acme", "Acme", "Apex", "Zeta"]) await aCustomer(app, { company_name })
    expect(await valuesOf("company_name")).toEqual([
      ["Acme", "Acme"],
      ["Apex", "Apex"],
      ["Zeta", "Zeta"],
    ])
    expect(await valuesOf("company_name", { q: "aPe" })).toEqual([["Apex", "Apex"]])
    expect(await valuesOf("company_name", { limit: 1 })).toEqual([["Acme", "Acme"]])
  })

  it("are those at a place of the metadata", async () => {
    await aCustomer(app, { metadata: { loyalty: { tier: "Gold" } } })
    expect(await valuesOf("metadata_text", { key_path: ["loyalty", "tier"] })).toEqual([["Gold", "Gold"]])
    await expect(valuesOf("metadata_text")).rejects.toThrow("key_path: is missing")
    await expect(valuesOf("metadata_text", { key_path: ["__proto__"] })).rejects.toThrow("key_path[0]")
  })

  it("are things of the shop by their names", async () => {
    const group = await aGroup(app, { name: "Old friends" })
    expect(await valuesOf("member_of_group", { q: "FRIEND" })).toEqual([[group.id, "Old friends"]])
    await app.customers.softDeleteCustomerGroups([group.id])
    expect(await valuesOf("member_of_group", { q: "friend" })).toEqual([])
    expect(await valuesOf("member_of_group", { values: [group.id] })).toEqual([[group.id, "Old friends"]])
  })

  it("are fixed choices in the language", async () => {
    expect(await valuesOf("order_status", { q: "comp" })).toEqual([["completed", "completed"]])
    expect(await valuesOf("total_spent", { parameter: "amount", language: "de" })).toContainEqual([
      "paid",
      expect.any(String),
    ])
  })

  it("are countries, those of the customers first, the commonest at the top", async () => {
    const anna = await aCustomer(app)
    for (const country_code of ["fr", "se", "SE"])
      await app.customers.createCustomerAddresses({ customer_id: anna.id, country_code })
    expect(await valuesOf("country", { limit: 3 })).toEqual([
      ["se", "Sweden"],
      ["fr", "France"],
      ["af", "Afghanistan"],
    ])
  })

  it("are those of a parameter", async () => {
    await app.db.query("insert into product_tag (id, value) values ('ptag_1', 'summer') on conflict do nothing")
    const items = { parameter: "items", of: "tag" }
    expect(await valuesOf("purchased_quantity", items)).toEqual([["ptag_1", "summer"]])
    await expect(valuesOf("purchased_quantity", { ...items, of: "__proto__" })).rejects.toThrow("of: ")
  })

  it("are none of numbers and dates", async () => {
    expect(await valuesOf("order_count")).toEqual([])
  })

  it.each([
    ["an attribute", { attribute: "__proto__" }],
    ["a parameter", { attribute: "total_spent", parameter: "constructor" }],
  ])("are not those of %s that there is not", async (_, input) => {
    await expect(app.groups.listCriteriaValues(input)).rejects.toMatchObject({ type: "not_found" })
  })
})

it("has templates in the store's default currency", async () => {
  await app.db.query(`
    insert into store (id, name) values ('store_preview', 'Shop');
    insert into store_currency (id, store_id, currency_code, is_default) values ('stocur_preview', 'store_preview', 'kwd', true)`)
  const [vip] = await app.groups.listCriteriaTemplates("de-AT")
  expect(vip).toMatchObject({ id: "vip", to_fill: [], criteria: { all: [{ currency_code: "kwd" }] } })
})
