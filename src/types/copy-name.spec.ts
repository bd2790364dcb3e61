import { copyName } from "./copy-name"

it.each([
  ["VIP", 1, "VIP (copy)"],
  ["VIP", 2, "VIP (copy 2)"],
  ["VIP (copy)", 1, "VIP (copy)"],
  ["VIP (copy 7)", 3, "VIP (copy 3)"],
  ["VIP (copy) 2", 1, "VIP (copy) 2 (copy)"],
])("names a copy of %s, choice %i", (name, number, copy) => {
  expect(copyName(name, number)).toBe(copy)
})

it("speaks the reader's language", () => {
  expect(copyName("VIP (Kopie)", 2, "Kopie")).toBe("VIP (Kopie 2)")
})

it("keeps within the length of a name", () => {
  const copy = copyName("x".repeat(255), 12)
  expect(copy).toHaveLength(255)
  expect(copy).toMatch(/^x+ \(copy 12\)$/)
})

it("cuts no character in half", () => {
  expect(copyName(`${"x".repeat(247)}🙂`, 1)).toBe(`${"x".repeat(247)} (copy)`)
})
