import {
  compile,
  compileConditions,
  compileMany,
  conditionsOf,
  listAttributes,
  parseCriteria,
  type Criteria,
  type Scope,
} from "../../src/modules/customer-groups/criteria"
import { numbered, type Sql } from "../../src/modules/customer-groups/sql/sql"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"
import { cases } from "./criteria-cases"
import { NOW, PEOPLE, seedCriteriaShop, ZONE } from "./criteria-shop"

const environment = { now: NOW, timeZone: ZONE }

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
  await seedCriteriaShop(app.db)
})
afterAll(() => app.stop())

const rows = async (statement: Sql): Promise<Record<string, unknown>[]> => {
  const { text, values } = numbered(statement)
  return (await app.db.query(text, values)).rows
}

const idsOf = (found: Record<string, unknown>[]) => found.map(({ id }) => String(id)).sort()

const matching = async (given: unknown, scope: Scope = "all") =>
  idsOf(await rows(compile(parseCriteria(given), scope, environment)))

const others = (people: string[]) => PEOPLE.filter((person) => !people.includes(person))

const named = (names: string) => names.split(" ").filter(Boolean)

describe.each(cases)("$attribute", ({ attribute, rows: conditions }) => {
  it.each(conditions)("$operator $value $more: $matches", async ({ matches, more, ...rest }) => {
    const condition = { attribute, ...rest, ...more }
    const expected = named(matches)
    const criteria = parseCriteria({ all: [condition] })

    expect(await matching(criteria)).toEqual(expected)
    expect(await matching({ none: [condition] })).toEqual(others(expected))
    expect(await matching(criteria, { ids: ["cleo", "anna", "dora", "anna", "nobody"] })).toEqual(
      expected.filter((person) => ["anna", "cleo"].includes(person)),
    )
    // With a base that keeps sets small, and in an "or", where nothing may be turned into an inner join.
    expect(await matching({ all: [{ attribute: "email", operator: "is_set" }, condition] })).toEqual(expected)
    const never = { attribute: "email", operator: "eq", value: "nobody" }
    expect(await matching({ any: [never, condition] })).toEqual(expected)
    const alone = await rows(compileConditions(criteria, "all", environment).statement)
    expect(idsOf(alone.filter(({ c0 }) => c0))).toEqual(expected)
  })

  it("is run with every operator that it has", () => {
    const own = listAttributes().find(({ id }) => id === attribute)?.operators ?? []
    expect([...new Set(conditions.map(({ operator }) => operator))].sort()).toEqual([...own].sort())
  })
})

it("runs every attribute of the catalogue", () => {
  expect(cases.map(({ attribute }) => attribute).sort()).toEqual(
    listAttributes()
      .map(({ id }) => id)
      .sort(),
  )
})

const spent = { attribute: "total_spent", operator: "gt", value: 50, currency_code: "eur" }
const account = { attribute: "has_account", operator: "eq", value: true }
const germany = { attribute: "country", operator: "in", value: ["de"] }
const lately = { attribute: "order_count", operator: "gte", value: 1, window: { last: { n: 5, unit: "day" } } }
const inVip = { attribute: "member_of_group", operator: "in", value: ["vip"] }

const trees: [string, unknown, string][] = [
  ["all of several", { all: [account, { any: [spent, lately] }] }, "anna cleo"],
  ["any with a customer's own value in it", { any: [germany, { all: [account, lately] }] }, "anna cleo"],
  ["a base and a mixed part", { all: [account, { any: [inVip, lately] }, { none: [germany] }] }, "cleo"],
  ["none of several", { none: [account, spent] }, "ben emil"],
  ["none within none", { none: [{ none: [account] }] }, "anna cleo"],
  ["none of all", { none: [{ all: [account, spent] }] }, "ben cleo emil"],
  ["the same condition twice", { all: [spent, { any: [spent, germany] }] }, "anna"],
  ["four levels", { all: [{ any: [{ all: [{ none: [spent] }] }] }] }, "ben cleo emil"],
]

describe("trees", () => {
  it.each(trees)("%s", async (_name, given, matches) => {
    const criteria = parseCriteria(given)
    expect(await matching(criteria)).toEqual(named(matches))
    expect(await matching({ none: [criteria] })).toEqual(others(named(matches)))
    expect(await matching(criteria, { ids: PEOPLE })).toEqual(named(matches))
  })

  it("are worked out together for single customers", async () => {
    const all = trees.map(([, given]) => parseCriteria(given))
    const found = await rows(compileMany(all, { ids: [...PEOPLE, "dora"] }, environment))
    expect(idsOf(found)).toEqual(PEOPLE)
    trees.forEach(([, , matches], index) => {
      expect(idsOf(found.filter((row) => row[`g${index}`]))).toEqual(named(matches))
    })
  })

  it("share their sets", () => {
    const criteria: Criteria = parseCriteria({ all: [spent, lately] })
    const once = compileMany([criteria], { ids: ["anna"] }, environment)
    const twice = compileMany([criteria, criteria], { ids: ["anna"] }, environment)
    const joins = ({ text }: Sql) => text.split("left join").length
    expect(joins(twice)).toBe(joins(once))
  })
})

describe("values found", () => {
  const found = async (person: string, condition: unknown) => {
    const { statement } = compileConditions(parseCriteria({ all: [condition] }), { ids: [person] }, environment)
    return (await rows(statement))[0]?.v0
  }

  it.each([
    ["anna", spent, 400],
    ["ben", spent, 0],
    ["anna", lately, 0],
    ["cleo", lately, 1],
    ["anna", germany, ["de", "fr"]],
    ["ben", germany, null],
    ["anna", { attribute: "purchased_category", operator: "in", value: ["clothes"] }, ["tops"]],
    ["anna", inVip, ["vip"]],
    ["cleo", { attribute: "has_cancelled_order", operator: "eq", value: false }, true],
    ["cleo", { attribute: "days_since_last_order", operator: "gt", value: 3 }, 1],
  ])("%s: %j", async (person, condition, value) => {
    expect(await found(person, condition)).toEqual(value)
  })
})

it("finds conditions in the order of the columns", () => {
  const criteria = parseCriteria({ all: [spent, { any: [lately, account] }] })
  const { columns } = compileConditions(criteria, "all", environment)
  expect(columns.map(({ path, condition }) => ({ path, condition }))).toEqual(conditionsOf(criteria))
})

describe("a day begins with its first moment", () => {
  afterAll(() => app.db.query("update customer set created_at = '2026-03-14T23:30:00Z' where id = 'ben'"))

  it.each([
    ["where midnight comes twice", "America/Havana", "2026-11-01", "2026-11-01T04:00:00.000Z"],
    ["where there is no midnight", "Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00.000Z"],
    ["where the hour before it is left out", "America/Nuuk", "2026-03-29", "2026-03-29T01:00:00.000Z"],
    ["where the hour before it comes twice", "America/Nuuk", "2026-10-25", "2026-10-25T02:00:00.000Z"],
    ["on any other day", "Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00.000Z"],
  ])("%s: %s, %s", async (_name, timeZone, day, first) => {
    const created = parseCriteria({ all: [{ attribute: "created_at", operator: "on", value: day }] })
    const isOnDay = async (moment: number) => {
      await app.db.query("update customer set created_at = $1 where id = 'ben'", [new Date(moment)])
      return idsOf(await rows(compile(created, "all", { now: NOW, timeZone }))).includes("ben")
    }
    expect(await isOnDay(Date.parse(first))).toBe(true)
    expect(await isOnDay(Date.parse(first) - 1)).toBe(false)
  })
})
