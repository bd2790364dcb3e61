import { Patience } from "./patience"

/** Fails so many times before it succeeds. */
const after = (failures: number) => {
  let attempts = 0
  return { attempt: async () => ++attempts > failures, attempts: () => attempts }
}

it("tries again until it succeeds", async () => {
  const { attempt, attempts } = after(3)
  expect(await new Patience(5_000).until(attempt)).toBe(true)
  expect(attempts()).toBe(4)
})

it("gives up when its time is over", async () => {
  expect(await new Patience(30).until(async () => false)).toBe(false)
})

it("is shared by all that are waited for", async () => {
  const patience = new Patience(30)
  await patience.until(async () => false)
  const next = after(1)
  expect(await patience.until(next.attempt)).toBe(false)
  expect(next.attempts()).toBe(1)
})

it("has one attempt without any patience", async () => {
  expect(await new Patience(0).until(async () => true)).toBe(true)
})
