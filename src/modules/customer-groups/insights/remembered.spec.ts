import { RememberedFigures } from "./remembered"

const MOMENT = new Date("2026-03-01T12:00:00Z")

/** A clock that stands until it is moved. */
const aClock = () => {
  let time = 1
  return { now: () => time, pass: (milliseconds: number) => void (time += milliseconds) }
}

const afterWorking = async (milliseconds: number) => {
  const clock = aClock()
  const remembered = new RememberedFigures(clock.now)
  await remembered.workOut("key", MOMENT, async () => {
    clock.pass(milliseconds)
    return { count: 1 }
  })
  return { clock, remembered }
}

it("remembers what took long, and as of when it is", async () => {
  const { remembered } = await afterWorking(500)
  expect(remembered.find("key")).toEqual({ figures: { count: 1 }, generatedAt: MOMENT })
  expect(remembered.find("other")).toBeUndefined()
})

it("works out anew what was quick", async () => {
  const { remembered } = await afterWorking(499)
  expect(remembered.find("key")).toBeUndefined()
})

it("forgets after five minutes", async () => {
  const { clock, remembered } = await afterWorking(500)
  clock.pass(5 * 60 * 1_000 - 501)
  expect(remembered.find("key")).toBeDefined()
  clock.pass(1_001)
  expect(remembered.find("key")).toBeUndefined()
})
