import { daysOf, periodOf } from "./period"

const TODAY = "2026-03-01"

it.each([
  ["the last 90 days", {}, { from: "2025-12-02", to: TODAY }],
  ["the last days", { days: 1 }, { from: TODAY, to: TODAY }],
  ["days until another one", { days: 2, to: "2024-03-01" }, { from: "2024-02-29", to: "2024-03-01" }],
  ["from a day until today", { from: "2026-02-28" }, { from: "2026-02-28", to: TODAY }],
  ["from one day to another", { from: "2026-01-01", to: "2026-01-31" }, { from: "2026-01-01", to: "2026-01-31" }],
])("is %s", (_, given, period) => {
  expect(periodOf(given, TODAY)).toEqual(period)
})

it.each([
  [{ from: "2026-02-30" }, 'from: "2026-02-30" is not a calendar day, such as 2026-01-31.'],
  [{ from: "yesterday" }, 'from: "yesterday" is not'],
  [{ to: "2026-13-01" }, 'to: "2026-13-01" is not'],
  [{ to: "2026-3-1" }, 'to: "2026-3-1" is not'],
  [{ to: "2026-03-02" }, "to: 2026-03-02 is in the future; today is 2026-03-01"],
  [{ from: "2026-03-02" }, "from: 2026-03-02 is after the last day, 2026-03-01."],
  [{ from: "2026-01-02", to: "2026-01-01" }, "from: 2026-01-02 is after the last day, 2026-01-01."],
  [{ from: "2023-03-01" }, "from: 1097 days are too many; at most 1096 until 2026-03-01."],
  [{ days: 0 }, "days: 0 is not a whole number from 1 to 1096."],
  [{ days: 1097 }, "days: 1097 is not"],
  [{ days: 1.5 }, "days: 1.5 is not"],
  [{ days: 30, from: "2026-01-01" }, "days: Goes without from."],
])("refuses %j, naming the field", (given, message) => {
  expect(() => periodOf(given, TODAY)).toThrow(message)
})

it("has each day once, over the end of a month and of summer time", () => {
  expect(daysOf({ from: "2026-03-28", to: "2026-04-01" })).toEqual([
    "2026-03-28",
    "2026-03-29",
    "2026-03-30",
    "2026-03-31",
    "2026-04-01",
  ])
})
