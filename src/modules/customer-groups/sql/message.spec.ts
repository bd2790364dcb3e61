import { messageOf } from "./message"

it("leaves out the statement that PostgreSQL refused", () => {
  const error = Object.assign(new Error("select a - b from c - division by zero"), { severity: "ERROR" })
  expect(messageOf(error)).toBe("division by zero")
})

it("leaves what PostgreSQL says by itself as it is", () => {
  expect(messageOf(Object.assign(new Error("terminating connection"), { severity: "FATAL" }))).toBe(
    "terminating connection",
  )
})

it("leaves other errors as they are", () => {
  expect(messageOf(new Error("one - two"))).toBe("one - two")
})
