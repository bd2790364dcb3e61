import { logLine } from "./log-line"

it("writes a field as name and value", () => {
  expect(logLine("relay.told", { changes: 3, group_id: "cusgroup_1" })).toBe(
    "[customer-groups] relay.told changes=3 group_id=cusgroup_1",
  )
})

it("leaves out what has no value", () => {
  expect(logLine("relay.told", { operation_id: null, error: undefined })).toBe("[customer-groups] relay.told")
})

it("quotes a value with spaces", () => {
  expect(logLine("relay.failed", { error: 'no "connection"' })).toBe(
    '[customer-groups] relay.failed error="no \\"connection\\""',
  )
})
