import { checkKeptDays } from "./options"

it.each([undefined, 1, 365])("takes %s for the days that the history is kept", (days) => {
  expect(() => checkKeptDays(days)).not.toThrow()
})

it.each([0, -1, 1.5, "30", null])("refuses %j for them", (days) => {
  expect(() => checkKeptDays(days)).toThrow("keepHistoryDays: must be a whole number of days, at least 1")
})
