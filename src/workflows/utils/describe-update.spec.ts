import { describeUpdate } from "./describe-update"

it.each([
  ["nothing", { name: "A", metadata: null }, { name: "A", metadata: {} }, {}],
  ["the name", { name: "A" }, { name: "B" }, { name: { from: "A", to: "B" } }],
  [
    "keys that came, changed and went, not their values",
    { name: "A", metadata: { same: [1, { a: null }], changed: 1, gone: 1 } },
    { name: "A", metadata: { same: [1, { a: null }], changed: "1", came: true } },
    { metadata: { set: ["changed", "came"], removed: ["gone"] } },
  ],
])("tells %s", (_what, before, after, details) => {
  expect(describeUpdate(before, after)).toEqual(details)
})
