import { BatchSize, inHalves, isOfTheData } from "./batches"

describe("the size of a batch", () => {
  const after = (...batches: [customers: number, milliseconds: number][]) => {
    const size = new BatchSize()
    for (const [customers, milliseconds] of batches) size.learn(customers, milliseconds)
    return size.customers
  }

  it("is 50 at first", () => {
    expect(after()).toBe(50)
  })

  it("doubles while batches are done in half a second, up to 500", () => {
    expect(after([50, 100])).toBe(100)
    expect(after([50, 100], [100, 200])).toBe(200)
    expect(after([50, 1], [100, 1], [200, 1], [400, 1], [500, 1])).toBe(500)
  })

  it("is as many as a second is enough for", () => {
    expect(after([50, 100], [100, 100], [200, 500])).toBe(400)
    expect(after([50, 100], [100, 100], [200, 2_000])).toBe(100)
  })

  it("is never less than 50, since much of a batch costs the same for one customer", () => {
    expect(after([50, 60_000])).toBe(50)
  })

  it("learns nothing from a batch that was not full", () => {
    expect(after([50, 100], [1, 900])).toBe(100)
    expect(after([50, 100], [99, 1])).toBe(100)
  })
})

describe("work in halves", () => {
  /** Does what can be done without those who fail. */
  const workWithout = async (ids: string[], failing: string[], error: unknown = new Error("bad")) => {
    const [done, given]: [string[], [string, string][]] = [[], []]
    const attempts: number[] = []
    await inHalves(
      ids,
      async (some) => {
        attempts.push(some.length)
        if (some.some((id) => failing.includes(id))) throw error
        done.push(...some)
      },
      async (id, reason) => void given.push([id, (reason as Error).message]),
    )
    return { done, given, attempts }
  }

  it("is done once where nobody fails", async () => {
    expect(await workWithout(["a", "b", "c"], [])).toEqual({ done: ["a", "b", "c"], given: [], attempts: [3] })
  })

  it("is not begun for nobody", async () => {
    expect((await workWithout([], [])).attempts).toEqual([])
  })

  it("is done for all but those who fail alone, each of whom is told with the reason", async () => {
    const { done, given } = await workWithout(["a", "b", "c", "d", "e"], ["b", "e"])
    expect(done).toEqual(["a", "c", "d"])
    expect(given).toEqual([
      ["b", "bad"],
      ["e", "bad"],
    ])
  })

  it("ends at once with an error that would meet everybody", async () => {
    const away = Object.assign(new Error("the database system is shutting down"), { code: "57P01" })
    await expect(workWithout(["a", "b"], ["b"], away)).rejects.toBe(away)
  })
})

describe("an error", () => {
  it.each(["22P02", "23514", "42703", "P0001", "XX000", ""])("of code %j may be due to the data", (code) => {
    expect(isOfTheData(Object.assign(new Error("some"), { code }))).toBe(true)
  })

  it.each(["40P01", "40001", "53300", "55P03", "57P01", "57P03", "08006", "ECONNREFUSED", "ECONNRESET", "EPIPE"])(
    "of code %s passes by itself",
    (code) => {
      expect(isOfTheData(Object.assign(new Error("some"), { code }))).toBe(false)
    },
  )

  it.each([
    "Connection terminated unexpectedly",
    "Unable to acquire a connection",
    // Knex, of a further statement of a transaction whose connection is gone.
    "Transaction query already complete, run with DEBUG=knex:tx for more info",
  ])("%j passes by itself", (message) => {
    expect(isOfTheData(new Error(message))).toBe(false)
  })
})
