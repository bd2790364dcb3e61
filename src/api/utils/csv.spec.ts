import { plainCell } from "./csv"

it.each(["=1+1", "+49 30 1234", "-1", "@sum(A1)", "\t=1", "\r=1", "'quoted"])("puts a sign before %j", (text) => {
  expect(plainCell(text)).toBe(`'${text}`)
})

it.each(["anna@example.com", "1 = 1", ""])("leaves %j as it is", (text) => {
  expect(plainCell(text)).toBe(text)
})

it("makes an empty cell of what is missing", () => {
  expect(plainCell(null)).toBe("")
})
