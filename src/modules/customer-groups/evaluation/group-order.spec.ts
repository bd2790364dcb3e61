import { cycleThrough, inDependencySteps, withDependents } from "./group-order"

const references = (entries: Record<string, string[]>) => new Map(Object.entries(entries))

describe("cycles of groups", () => {
  it.each([
    ["a group that looks at itself", { a: ["a"] }, ["a", "a"]],
    ["two that look at each other", { a: ["b"], b: ["a"] }, ["a", "b", "a"]],
    ["a way through others", { a: ["x", "b"], x: [], b: ["c"], c: ["a"] }, ["a", "b", "c", "a"]],
  ])("are found: %s", (_, groups, way) => {
    expect(cycleThrough("a", references(groups))).toEqual(way)
  })

  it.each([
    ["one group is reached by two ways", { a: ["b", "c"], b: ["d"], c: ["d"] }],
    ["others go round", { a: ["b"], b: ["c"], c: ["b"] }],
    ["a group has no criteria", {}],
  ])("are none where %s", (_, groups: Record<string, string[]>) => {
    expect(cycleThrough("a", references(groups))).toBeUndefined()
  })
})

describe("the order of evaluation", () => {
  it("has each group in a step after those it looks at, and others together in their order", () => {
    const groups = references({ a: ["b"], b: ["c"], z: [] })
    expect(inDependencySteps(["z", "a", "b", "c"], groups)).toEqual([["z", "c"], ["b"], ["a"]])
  })

  it("follows a way through a group that is not evaluated itself", () => {
    expect(inDependencySteps(["a", "c"], references({ a: ["b"], b: ["c"] }))).toEqual([["c"], ["a"]])
  })

  it("has each group of a cycle once", () => {
    expect(
      inDependencySteps(["a", "b"], references({ a: ["b"], b: ["a"] }))
        .flat()
        .sort(),
    ).toEqual(["a", "b"])
  })
})

it("finds the groups that depend on some, also through others", () => {
  const groups = references({ a: ["b"], b: ["c"], d: ["e"] })
  expect(withDependents(["c"], groups).sort()).toEqual(["a", "b", "c"])
})
