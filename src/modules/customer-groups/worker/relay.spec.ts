import { Relay } from "./relay"

/** A fold that takes these many rows, one after the other. */
const folding = (...batches: number[]) => jest.fn(async () => batches.shift() ?? 0)

it("folds until nothing is left", async () => {
  const fold = folding(5, 5, 1)
  await new Relay(fold, jest.fn()).run()
  expect(fold).toHaveBeenCalledTimes(4)
})

it("runs once at a time", async () => {
  const fold = folding(1)
  const relay = new Relay(fold, jest.fn())
  await Promise.all([relay.run(), relay.run(), relay.run()])
  expect(fold).toHaveBeenCalledTimes(2)
})

it("says what went wrong, and tries again the next time", async () => {
  const fold = jest.fn().mockRejectedValueOnce(new Error("no connection")).mockResolvedValue(0)
  const onError = jest.fn()
  const relay = new Relay(fold, onError)
  await relay.run()
  expect(onError).toHaveBeenCalledWith(new Error("no connection"))
  await relay.run()
  expect(fold).toHaveBeenCalledTimes(2)
})

it("waits for the batch at hand when it is stopped", async () => {
  let finish = () => {}
  const relay = new Relay(() => new Promise((resolve) => (finish = () => resolve(0))), jest.fn())
  relay.start()
  let isStopped = false
  const stopped = relay.stop().then(() => (isStopped = true))
  await Promise.resolve()
  expect(isStopped).toBe(false)
  finish()
  await stopped
})
