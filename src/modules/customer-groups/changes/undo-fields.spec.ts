import { describeFields, reversalOf, undoFields } from "./undo-fields"

const named = (name: string, metadata: Record<string, unknown> | null = null) => ({ name, metadata })

describe("taking back a change of name and metadata", () => {
  const before = named("VIP", { tier: "gold", old: 1 })
  const after = named("Best", { tier: "platinum", new: [1] })
  const reversal = reversalOf(before, after)

  it("brings back every value, and takes away what was new", () => {
    expect(undoFields(after, reversal)).toMatchObject({ fields: before, kept: [] })
  })

  it("leaves the fields that somebody has changed since, and says which", () => {
    const since = named("Very best", { tier: "platinum", new: [2] })
    expect(undoFields(since, reversal)).toMatchObject({
      fields: named("Very best", { tier: "gold", old: 1, new: [2] }),
      kept: ["name", "metadata.new"],
    })
  })

  it("can be taken back itself", () => {
    const undone = undoFields(after, reversal)
    expect(undoFields(undone.fields, undone.reversal)).toMatchObject({ fields: after, kept: [] })
  })

  it("says nothing of fields that stayed", () => {
    expect(reversalOf(named("VIP", { tier: "gold" }), named("Best", { tier: "gold" }))).toEqual({
      name: { from: "VIP", to: "Best" },
    })
  })

  it("leaves a group without metadata without it", () => {
    expect(undoFields(named("B"), { name: { from: "A", to: "B" } }).fields).toEqual(named("A"))
  })
})

describe("a change of name and metadata in the history", () => {
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
    expect(describeFields(reversalOf(before, after))).toEqual(details)
  })
})
