import {
  aCondition,
  aNode,
  conditionsOf,
  duplicate,
  find,
  fromCriteria,
  insert,
  isNode,
  type Item,
  levelAt,
  mayMoveTo,
  move,
  neighbourOf,
  type NodeItem,
  remove,
  step,
  update,
} from "./tree"

const condition = (attribute: string) => ({ key: attribute, condition: { attribute, operator: "eq", value: 1 } })
const node = (key: string, ...items: Item[]): NodeItem => ({ key, kind: "all", items })

/** The shape of a tree by its keys: `root(a n(b))`. */
const shape = (item: Item): string => (isNode(item) ? `${item.key}(${item.items.map(shape).join(" ")})` : item.key)

const tree = node("root", condition("a"), node("n", condition("b"), condition("c")), condition("d"))

describe("criteria become a tree", () => {
  it("with the kinds and conditions that they have", () => {
    const root = fromCriteria({
      any: [
        { attribute: "email", operator: "is_set" },
        { none: [{ attribute: "country", operator: "in", value: ["de"] }] },
      ],
    })
    expect(root.kind).toBe("any")
    expect(conditionsOf(root).map(({ condition }) => condition.attribute)).toEqual(["email", "country"])
    expect((root.items[1] as NodeItem).kind).toBe("none")
  })

  it("in which each item has a key of its own", () => {
    const criteria = { all: [{ attribute: "email", operator: "is_set" as const }] }
    expect(fromCriteria(criteria).items[0]!.key).not.toBe(fromCriteria(criteria).items[0]!.key)
  })
})

describe("an item", () => {
  it("is found with its node and its place", () => {
    expect(find(tree, "c")).toMatchObject({ item: { key: "c" }, parent: { key: "n" }, index: 1 })
    expect(find(tree, "nobody")).toBeUndefined()
  })

  it("is put in, taken out and changed where it stands", () => {
    expect(shape(insert(tree, "n", 1, condition("x")))).toBe("root(a n(b x c) d)")
    expect(shape(remove(tree, "n"))).toBe("root(a d)")
    expect(
      find(
        update(tree, "b", (item) => ({ ...item, isMuted: true })),
        "b",
      )?.item.isMuted,
    ).toBe(true)
    expect(update<NodeItem>(tree, "root", (root) => ({ ...root, kind: "any" })).kind).toBe("any")
  })

  it("is copied behind itself, with keys of its own", () => {
    const { root, key } = duplicate(tree, "n")
    const copy = root.items[2] as NodeItem
    expect(copy.key).toBe(key)
    expect(copy.items.map((item) => item.key)).not.toEqual(["b", "c"])
    expect(conditionsOf(copy).map(({ condition }) => condition.attribute)).toEqual(["b", "c"])
  })

  it.each([
    ["a", "n"],
    ["c", "b"],
    ["d", "n"],
  ])("%s leaves the focus to %s when it is deleted", (key, next) => {
    expect(neighbourOf(tree, key)).toBe(next)
  })

  it("that was alone leaves the focus to its node", () => {
    expect(neighbourOf(node("root", node("n", condition("a"))), "a")).toBe("n")
  })
})

describe("moving", () => {
  it.each([
    ["a", "root", 3, "root(n(b c) d a)"],
    ["d", "root", 0, "root(d a n(b c))"],
    ["a", "n", 1, "root(n(b a c) d)"],
    ["b", "root", 1, "root(a b n(c) d)"],
    ["n", "root", 3, "root(a d n(b c))"],
  ])("%s to %s, %i", (key, parent, index, expected) => {
    expect(shape(move(tree, key, parent, index))).toBe(expected)
  })

  it("puts no node into itself", () => {
    expect(move(tree, "n", "n", 0)).toBe(tree)
  })

  it("goes no deeper than five levels", () => {
    const deep = node("1", node("2", node("3", node("4", node("5", condition("a"))))), node("x", condition("b")))
    expect(levelAt(deep, "5")).toBe(5)
    expect(mayMoveTo(deep, "x", "5")).toBe(false)
    expect(mayMoveTo(deep, "x", "4")).toBe(true)
    expect(mayMoveTo(deep, "b", "5")).toBe(true)
  })

  it.each<[string, 1 | -1, string]>([
    ["a", 1, "root(n(a b c) d)"],
    ["b", -1, "root(a b n(c) d)"],
    ["b", 1, "root(a n(c b) d)"],
    ["c", 1, "root(a n(b) c d)"],
    ["d", -1, "root(a n(b c d))"],
    ["n", -1, "root(n(b c) a d)"],
    ["a", -1, "root(a n(b c) d)"],
  ])("steps %s by %i", (key, direction, expected) => {
    expect(shape(step(tree, key, direction))).toBe(expected)
  })
})

it("new items are empty of nothing but what is given", () => {
  expect(aNode("any", [aCondition({ attribute: "email", operator: "eq" })])).toMatchObject({
    kind: "any",
    items: [{ condition: { attribute: "email", operator: "eq" } }],
  })
})
