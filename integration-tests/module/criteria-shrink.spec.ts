import { conditionsOf, parseCriteria, type Criteria } from "../../src/modules/customer-groups/criteria"
import { daysToAnniversary, parseDay } from "../criteria/evaluate/calendar"
import { Random } from "../criteria/random"
import { shrink } from "../criteria/shrink"

/** The pieces of the plain evaluation that are worth a test of their own. */

const email = { attribute: "email", operator: "contains", value: "anna" }
const orders = { attribute: "order_count", operator: "in", value: [1, 2, 3], window: { last: { n: 3, unit: "day" } } }
const account = { attribute: "has_account", operator: "eq", value: true }

const tree = parseCriteria({ all: [account, { any: [{ none: [email, orders] }, account] }] })

const mentions = (attribute: string) => async (criteria: Criteria) =>
  conditionsOf(criteria).some(({ condition }) => condition.attribute === attribute)

describe("a tree that differs", () => {
  it("shrinks to the condition that makes it differ, asked as simply as can be", async () => {
    expect(await shrink(tree, mentions("order_count"))).toEqual({
      all: [{ attribute: "order_count", operator: "in", value: [3] }],
    })
    expect(await shrink(tree, mentions("email"))).toEqual({ all: [{ ...email, value: "a" }] })
  })

  it("keeps the node without which it would not differ", async () => {
    const hasNone = async (criteria: Criteria) => JSON.stringify(criteria).includes("none")
    expect(await shrink(tree, hasNone)).toEqual({ none: [expect.anything()] })
  })

  it("stays as it is if nothing smaller differs", async () => {
    expect(await shrink(tree, async () => false)).toEqual(tree)
  })

  it("is right criteria at every step", async () => {
    const germany = parseCriteria({ all: [{ attribute: "country", operator: "eq", value: "de" }] })
    expect(await shrink(germany, async () => true)).toEqual(germany)
  })
})

it("gives the same chance for the same seed", () => {
  const drawn = (seed: number) => new Random(seed).shuffled([1, 2, 3, 4, 5, 6, 7, 8])
  expect(drawn(7)).toEqual(drawn(7))
  expect(drawn(7)).not.toEqual(drawn(8))
})

it.each([
  ["2024-02-29", "2025-02-28", 0],
  ["2024-02-29", "2024-02-29", 365],
  ["2024-02-29", "2025-03-01", 364],
  ["2020-02-29", "2024-02-28", 1],
  ["2026-03-15", "2026-03-15", 365],
])("the anniversary of %s is, on %s, %s days away", (day, today, away) => {
  expect(daysToAnniversary(parseDay(day), parseDay(today))).toBe(away)
})
