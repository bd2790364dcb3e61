import type { Condition } from "../criteria"
import { ConditionCounts } from "./condition-counts"

const named = (value: string): Condition => ({ attribute: "first_name", operator: "eq", value })
const at = (moment: string, timeZone = "Europe/Berlin") => ({ now: new Date(moment), timeZone })
const noon = at("2026-03-15T11:00:00Z")

/** Counts that say how often they were asked for. */
const counter = () => {
  let asked = 0
  return async () => ++asked
}

it("counts a condition once, however its keys are written", async () => {
  const counts = new ConditionCounts()
  const count = counter()
  const first = await counts.of(named("Anna"), noon, count)
  expect(first).toEqual({ count: 1, countedAt: noon.now })
  expect(await counts.of({ value: "Anna", operator: "eq", attribute: "first_name" }, noon, count)).toEqual(first)
})

it("counts another condition", async () => {
  const counts = new ConditionCounts()
  const count = counter()
  await counts.of(named("Anna"), noon, count)
  expect(await counts.of(named("Ben"), noon, count)).toMatchObject({ count: 2 })
})

it("counts again after a minute", async () => {
  let now = 1
  const counts = new ConditionCounts(() => now)
  const count = counter()
  await counts.of(named("Anna"), noon, count)
  now += 59_000
  expect(await counts.of(named("Anna"), noon, count)).toMatchObject({ count: 1 })
  now += 2_000
  expect(await counts.of(named("Anna"), noon, count)).toMatchObject({ count: 2 })
})

it("counts again on another day of the store's calendar", async () => {
  const counts = new ConditionCounts()
  const count = counter()
  await counts.of(named("Anna"), at("2026-03-15T22:59:59Z"), count)
  expect(await counts.of(named("Anna"), at("2026-03-15T23:00:00Z"), count)).toMatchObject({ count: 2 })
})

it("remembers nothing of a count that failed", async () => {
  const counts = new ConditionCounts()
  await expect(counts.of(named("Anna"), noon, () => Promise.reject(new Error("cancelled")))).rejects.toThrow()
  expect(await counts.of(named("Anna"), noon, counter())).toMatchObject({ count: 1 })
})
