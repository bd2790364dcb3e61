import { closestTo } from "./match-values"

const values = ["Gold", "Silver", "Old gold"].map((label) => ({ value: label, label, hint: null }))
const closest = (entry: string) => closestTo(entry, values)?.label

describe("what may have been meant", () => {
  it("is what differs by a letter", () => expect(closest("gol")).toBe("Gold"))
  it("is the closest of several", () => expect(closest("old golt")).toBe("Old gold"))
  it("is found in another case", () => expect(closest("SILVR")).toBe("Silver"))
  it("is nothing if most letters differ", () => expect(closest("bronze")).toBeUndefined())
  it("is nothing where there is nothing", () => expect(closestTo("gold", [])).toBeNull())
})
