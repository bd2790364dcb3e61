import { HeavyQueries } from "./heavy-queries"

/** Work that ends when it is told to. */
const work = () => {
  let end = () => undefined as void
  const ended = new Promise<void>((resolve) => (end = resolve))
  const run = jest.fn(() => ended)
  return { run, end }
}

/** Everything that is due by now has been done. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

it("lets two run at once, and a third when one of them has ended", async () => {
  const queries = new HeavyQueries()
  const [first, second, third] = [work(), work(), work()]
  const done = [first, second, third].map(({ run }) => queries.run(run))
  await settled()
  expect([first, second, third].map(({ run }) => run.mock.calls.length)).toEqual([1, 1, 0])

  first.end()
  await done[0]
  await settled()
  expect(third.run).toHaveBeenCalled()

  second.end()
  third.end()
  await Promise.all(done)
})

it("turns away who has waited long enough, saying when to try again", async () => {
  const queries = new HeavyQueries({ atOnce: 1, waitMs: 1 })
  const running = work()
  const done = queries.run(running.run)

  await expect(queries.run(async () => "never")).rejects.toMatchObject({
    type: "too_many_requests",
    statusCode: 429,
    retryAfter: 1,
  })

  running.end()
  await done
  expect(await queries.run(async () => "later")).toBe("later")
})

it("makes room when work fails", async () => {
  const queries = new HeavyQueries({ atOnce: 1, waitMs: 1 })
  await expect(queries.run(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken")
  expect(await queries.run(async () => "next")).toBe("next")
})

it("does not begin what is no longer wanted when its turn comes", async () => {
  const queries = new HeavyQueries({ atOnce: 1 })
  const [running, waiting] = [work(), work()]
  const left = new AbortController()
  const done = queries.run(running.run)
  const waited = queries.run(waiting.run, left.signal)

  left.abort()
  running.end()

  await done
  await expect(waited).rejects.toThrow("aborted")
  expect(waiting.run).not.toHaveBeenCalled()
})

it("lets work wait for its turn as long as it takes, if nobody sits and waits for it", async () => {
  const queries = new HeavyQueries({ atOnce: 1, waitMs: 1 })
  const [running, waiting] = [work(), work()]
  const done = queries.run(running.run)
  const later = queries.runInTurn(waiting.run)
  await expect(queries.run(async () => "turned away")).rejects.toMatchObject({ statusCode: 429 })
  expect(waiting.run).not.toHaveBeenCalled()

  running.end()
  waiting.end()
  await Promise.all([done, later])
  expect(waiting.run).toHaveBeenCalled()
})

it("runs work beside other work only where there is room", async () => {
  const queries = new HeavyQueries()
  const [first, beside, tooMany] = [work(), work(), work()]
  const done = [queries.run(first.run), queries.runIfFree(beside.run), queries.runIfFree(tooMany.run)]
  await settled()
  expect([first, beside, tooMany].map(({ run }) => run.mock.calls.length)).toEqual([1, 1, 0])

  first.end()
  beside.end()
  await Promise.all(done)
  expect(tooMany.run).not.toHaveBeenCalled()
})
