import { checkDisjoint, checkIds, checkKnown, MAX_IDS } from "./ids"
import { checkGroupName, MAX_NAME_LENGTH } from "./names"

describe("the name of a group", () => {
  it.each([undefined, null, "", "   ", 5, "a\0b", "x".repeat(MAX_NAME_LENGTH + 1)])("is not %j", (name) => {
    expect(() => checkGroupName(name)).toThrow(/^name: /)
  })

  it.each(["VIP", "x".repeat(MAX_NAME_LENGTH), "Café 😀"])("may be %s", (name) => {
    expect(() => checkGroupName(name)).not.toThrow()
  })

  it("is named by its place in a list", () => {
    expect(() => checkGroupName("", "groups[2].name")).toThrow(/^groups\[2\]\.name: /)
  })
})

describe("a list of ids", () => {
  it("may be as long as the limit, and no longer", () => {
    expect(() => checkIds(new Array(MAX_IDS).fill("a"), "add")).not.toThrow()
    expect(() => checkIds(new Array(MAX_IDS + 1).fill("a"), "add")).toThrow(/^add: 100001 ids/)
  })

  it("names the first that do not exist, and how many there are", () => {
    const unknown = ["a", "b", "c", "d", "e", "f"]
    expect(() => checkKnown(unknown, 9, { path: "add", what: "customers" })).toThrow(
      "add: 6 of 9 customers do not exist: a, b, c, d, e, …. Nothing was changed.",
    )
    expect(() => checkKnown([], 9, { path: "add", what: "customers" })).not.toThrow()
  })

  it("does not share an id with another", () => {
    expect(() => checkDisjoint(["a", "b"], ["b"])).toThrow(/b/)
    expect(() => checkDisjoint(["a"], ["b"])).not.toThrow()
  })
})
