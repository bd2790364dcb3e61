import { bucketsOf } from "./buckets"

const daysOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ day: `day ${index}`, size: index, joined: 1, left: 2 }))

it("are days while these are few", () => {
  expect(bucketsOf(daysOf(92))).toHaveLength(92)
  expect(bucketsOf(daysOf(2))).toEqual([
    { from: "day 0", to: "day 0", size: 0, joined: 1, left: 2 },
    { from: "day 1", to: "day 1", size: 1, joined: 1, left: 2 },
  ])
})

it("are weeks that end with the period, and keep everybody who moved", () => {
  const buckets = bucketsOf(daysOf(97))
  expect(buckets).toHaveLength(14)
  expect(buckets[0]).toEqual({ from: "day 0", to: "day 5", size: 5, joined: 6, left: 12 })
  expect(buckets[13]).toEqual({ from: "day 90", to: "day 96", size: 96, joined: 7, left: 14 })
  expect(buckets.reduce((sum, { joined }) => sum + joined, 0)).toBe(97)
})

it("are no more than can be pointed at", () => {
  for (const count of [93, 365, 1096]) expect(bucketsOf(daysOf(count)).length).toBeLessThanOrEqual(92)
})

it("are none of no days", () => {
  expect(bucketsOf([])).toEqual([])
})
