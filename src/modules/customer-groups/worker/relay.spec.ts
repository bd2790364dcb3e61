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

describe("woken", () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it("runs soon, and once for many wake-ups", async () => {
    const work = folding()
    const relay = new Relay(work, jest.fn())
    relay.start()
    await jest.advanceTimersByTimeAsync(1)
    for (let time = 0; time < 100; time++) relay.wake()
    await jest.advanceTimersByTimeAsync(100)
    expect(work).toHaveBeenCalledTimes(2)
    await relay.stop()
  })

  it("does nothing before it is started, and after it is stopped", async () => {
    const work = folding()
    const relay = new Relay(work, jest.fn())
    relay.wake()
    await jest.advanceTimersByTimeAsync(100)
    expect(work).not.toHaveBeenCalled()
    relay.start()
    await relay.stop()
    work.mockClear()
    relay.wake()
    await jest.advanceTimersByTimeAsync(100)
    expect(work).not.toHaveBeenCalled()
  })

  it("looks again after a run that was under way", async () => {
    let finish = () => {}
    const work = jest
      .fn()
      .mockReturnValueOnce(new Promise<number>((resolve) => (finish = () => resolve(0))))
      .mockResolvedValue(0)
    const relay = new Relay(work, jest.fn())
    relay.start()
    relay.wake()
    await jest.advanceTimersByTimeAsync(100)
    expect(work).toHaveBeenCalledTimes(1)
    finish()
    await jest.advanceTimersByTimeAsync(0)
    expect(work).toHaveBeenCalledTimes(2)
    await relay.stop()
  })

  it("waits longer after each failure, whoever wakes it, and not after it went well", async () => {
    const work = jest.fn().mockRejectedValue(new Error("no connection"))
    const relay = new Relay(work, jest.fn(), 3_600_000)
    relay.start()
    const attempts: number[] = []
    for (let second = 0; second < 16; second++) {
      relay.wake()
      await jest.advanceTimersByTimeAsync(1_000)
      attempts.push(work.mock.calls.length)
    }
    expect(attempts).toEqual([2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5])
    work.mockResolvedValue(0)
    await jest.advanceTimersByTimeAsync(16_000)
    const before = work.mock.calls.length
    relay.wake()
    await jest.advanceTimersByTimeAsync(100)
    expect(work.mock.calls.length).toBe(before + 1)
    await relay.stop()
  })
})
