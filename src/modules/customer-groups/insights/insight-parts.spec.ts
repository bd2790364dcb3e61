import type { GroupInsightPart } from "../../../types"
import { insightParts, type AskedInsights, type InsightDependencies } from "./insight-parts"
import { RememberedFigures } from "./remembered"

const period = { from: "2026-03-01", to: "2026-03-02" }

/** Ten minutes in which each look at the database takes a second. */
const aShop = () => {
  let milliseconds = 1
  const slowly = async (figures: object) => {
    milliseconds += 1_000
    return figures
  }
  const dependencies = {
    countsRepository: { countMembers: async () => 3 },
    insightsRepository: {
      retrieveCountries: () => slowly({ customer_count: 1 }),
      retrieveOrders: () => slowly({ order_count: 1 }),
      listOverlaps: () => slowly([]),
    },
    statisticsRepository: { retrieveState: async () => ({ status: "ready" }) },
  } as unknown as InsightDependencies
  const remembered = new RememberedFigures(() => milliseconds)

  const ask = async (time: string, parts: GroupInsightPart[], given: Partial<AskedInsights> = {}) => {
    const asked = { groupId: "cusgroup_1", period, parts, hidden: [], ...given }
    const environment = { now: new Date(`2026-03-02T${time}Z`), timeZone: "UTC" }
    const work = insightParts(dependencies, asked, { remembered, environment })
    for (const part of work.parts) await part({})
    return { worked: work.parts.length, insights: work.answer() }
  }
  return { ask, pass: (time: number) => void (milliseconds += time) }
}

it("are worked out once, and say when that was", async () => {
  const { ask } = aShop()
  expect(await ask("12:00:00", ["countries"])).toMatchObject({
    worked: 1,
    insights: { ...period, countries: { status: "ready", member_count: 3, customer_count: 1 } },
  })
  const again = await ask("12:01:00", ["countries", "overlaps"])
  expect(again).toMatchObject({ worked: 1, insights: { generated_at: "2026-03-02T12:00:00.000Z" } })
})

it("are worked out anew after some minutes", async () => {
  const { ask, pass } = aShop()
  await ask("12:00:00", ["countries"])
  pass(5 * 60 * 1_000 + 1)
  expect(await ask("12:06:00", ["countries"])).toMatchObject({
    worked: 1,
    insights: { generated_at: "2026-03-02T12:06:00.000Z" },
  })
})

it.each([
  ["orders of another period", "orders", { period: { from: "2026-02-01", to: "2026-03-02" } }, 1],
  ["countries of another period", "countries", { period: { from: "2026-02-01", to: "2026-03-02" } }, 0],
  ["overlaps with other groups", "overlaps", { overlapWith: ["cusgroup_2"] }, 1],
  ["countries beside other groups", "countries", { overlapWith: ["cusgroup_2"] }, 0],
  ["another group", "countries", { groupId: "cusgroup_2" }, 1],
] as const)("are known by what they depend on: %s", async (_, part, given, worked) => {
  const { ask } = aShop()
  await ask("12:00:00", [part])
  expect(await ask("12:00:01", [part], { ...given } as Partial<AskedInsights>)).toMatchObject({ worked })
})

it("are not shown from memory to who may not see them", async () => {
  const { ask } = aShop()
  await ask("12:00:00", ["orders"])
  const { insights } = await ask("12:00:01", ["orders"], { hidden: ["orders"] })
  expect(insights.orders).toEqual({ status: "not_allowed" })
})
