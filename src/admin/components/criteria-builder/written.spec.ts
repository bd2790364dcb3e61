import type { ConditionItem, Item, NodeItem } from "./tree"
import { itemAt, write } from "./written"

const condition = (key: string, value: unknown = 1): ConditionItem => ({
  key,
  condition: { attribute: key, operator: "eq", value },
})
const node = (key: string, kind: NodeItem["kind"], ...items: Item[]): NodeItem => ({ key, kind, items })
const isFinished = ({ condition: { value } }: ConditionItem) => value !== ""

const root = node("root", "all", condition("a"), node("n", "any", condition("b", ""), condition("c")), condition("d"))

describe("a tree is written", () => {
  it("without conditions that do not count, with the place of each that does", () => {
    const { criteria, paths } = write(root, isFinished)
    expect(criteria).toEqual({
      all: [
        { attribute: "a", operator: "eq", value: 1 },
        { any: [{ attribute: "c", operator: "eq", value: 1 }] },
        { attribute: "d", operator: "eq", value: 1 },
      ],
    })
    expect(Object.fromEntries(paths)).toEqual({
      root: "criteria",
      a: "criteria.all[0]",
      n: "criteria.all[1]",
      c: "criteria.all[1].any[0]",
      d: "criteria.all[2]",
    })
  })

  it("without what is muted, and without nodes that have nothing left", () => {
    const muted = node(
      "root",
      "all",
      { ...condition("a"), isMuted: true },
      node("n", "any", condition("b", "")),
      condition("d"),
    )
    expect(write(muted, isFinished).criteria).toEqual({ all: [{ attribute: "d", operator: "eq", value: 1 }] })
  })

  it("as nothing while nothing counts", () => {
    expect(write(node("root", "all", condition("a", "")), isFinished)).toEqual({
      criteria: undefined,
      paths: new Map(),
    })
  })
})

describe("a message", () => {
  const { paths } = write(root, isFinished)

  it.each([
    ['criteria.all[1].any[0].value: "x" is not a number', "c"],
    ["criteria.all[2]: has no attribute", "d"],
    ["criteria.all[1].any: is empty", "n"],
    ["criteria: has more than 200 conditions", "root"],
  ])("%s is about %s", (message, key) => {
    expect(itemAt(paths, message)).toBe(key)
  })

  it("about something else is about none", () => {
    expect(itemAt(paths, "name: is taken")).toBeUndefined()
    expect(itemAt(new Map([["a", "criteria.all[1]"]]), "criteria.all[12].value: is empty")).toBeUndefined()
  })
})
