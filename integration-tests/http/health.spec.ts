import { api } from "../helpers/http"
import { aCustomer, aGroup } from "../helpers/shop"

const health = async () => (await api("GET", "/admin/customer-groups/health")).data.health

/** Waits until the work in the background has come to it. */
const eventually = async (attempt: () => Promise<void>) => {
  for (let left = 100; ; left--) {
    try {
      return await attempt()
    } catch (error) {
      if (!left) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

describe("GET /admin/customer-groups/health", () => {
  it("says how the work in the background does", async () => {
    expect(await health()).toEqual({
      queue: {
        pending: expect.any(Number),
        due: expect.any(Number),
        oldest_due_at: null,
        oldest_due_age: 0,
        failed: 0,
      },
      relay: {
        counts: { rows: 0, oldest_at: null, oldest_age: 0 },
        events: { rows: 0, oldest_at: null, oldest_age: 0 },
        error: null,
        failing_since: null,
      },
      statistics: {
        status: expect.any(String),
        as_of: expect.anything(),
        is_rebuilding: expect.any(Boolean),
        progress: null,
      },
      evaluations: { running: 0, stuck: 0, held: 0, failed: 0 },
      last_runs: expect.any(Array),
    })
  })

  it("has nothing waiting soon after a change: it was folded and told at once", async () => {
    await aGroup("VIP", [await aCustomer()])
    const changed = Date.now()
    await eventually(async () => {
      const { counts, events } = (await health()).relay
      expect({ counts: counts.rows, events: events.rows }).toEqual({ counts: 0, events: 0 })
    })
    expect(Date.now() - changed).toBeLessThan(5_000)
  })

  it("refuses parameters that it does not know, and who is not logged in", async () => {
    expect((await api("GET", "/admin/customer-groups/health?verbose=1")).status).toBe(400)
    expect((await api("GET", "/admin/customer-groups/health", undefined, { as: "nobody" })).status).toBe(401)
  })
})
