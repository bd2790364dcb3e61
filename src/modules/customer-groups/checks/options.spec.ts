import { checkAlertShare, checkKeptDays } from "./options"

it.each([undefined, 1, 365])("takes %s for the days that the history is kept", (days) => {
  expect(() => checkKeptDays(days)).not.toThrow()
})

it.each([0, -1, 1.5, "30", null])("refuses %j for them", (days) => {
  expect(() => checkKeptDays(days)).toThrow("keepHistoryDays: must be a whole number of days, at least 1")
})

it.each([undefined, false, 0.2, 1.5])("takes %s for the share from which on a change of size is told", (share) => {
  expect(() => checkAlertShare(share)).not.toThrow()
})

it.each([0, -0.5, true, "0.5", NaN, null])("refuses %j for it", (share) => {
  expect(() => checkAlertShare(share)).toThrow("alertShare: must be a share above 0 (0.5 for half of a group) or false")
})
