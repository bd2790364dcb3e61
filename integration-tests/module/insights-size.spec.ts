import type { AdminGroupSize, GroupInsightsInput } from "../../src/types"
import { aCustomer, aGroup, customersOf, insertRow } from "../helpers/fixtures"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/** The size of a group over time, held against who was in at the end of each day by what was done. */

const DAY = 24 * 60 * 60 * 1_000

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(() => app.reset())
afterAll(() => app.stop())

/** A process has one module, which reads its options at each call. */
const setTimeZone = (timeZone: string) => {
  const { options } = app.groups as unknown as { options: { timeZone?: string } }
  options.timeZone = timeZone
}

/** In India midnight cuts an hour of UTC; in Havana a day may begin at one. */
describe.each(["UTC", "Asia/Kolkata", "America/Havana"])("the size of a group, %s", (timeZone) => {
  beforeEach(() => setTimeZone(timeZone))

  const dayOf = (moment: Date) => moment.toLocaleDateString("en-CA", { timeZone })
  const daysAgo = (days: number) => new Date(Date.now() - days * DAY)
  const fold = async () => {
    while ((await app.groups.foldOutbox()) > 0);
  }

  const sizeOf = async (group: { id: string }, input: GroupInsightsInput = {}): Promise<AdminGroupSize> => {
    const { size } = await app.groups.retrieveGroupInsights(group.id, { parts: ["size"], ...input })
    return size!
  }

  /** A group whose log began so long ago. */
  const anOldGroup = async (days = 100) => {
    const group = await aGroup(app)
    await app.db.query("update customer_group_state set baseline_at = $2 where id = $1", [group.id, daysAgo(days)])
    return group
  }

  /** Does something as if it were done at a moment. */
  const at = async (moment: Date, work: () => Promise<unknown>) => {
    await fold()
    await work()
    await app.db.query("update customer_group_outbox set created_at = $1", [moment])
    await app.db.query(
      "update customer_group_membership_change set created_at = $1 where outbox_id in (select id from customer_group_outbox)",
      [moment],
    )
  }

  const change = (group: { id: string }, what: "add" | "remove", customer: { id: string }) =>
    app.groups.changeMembers({ group_id: group.id, [what]: { ids: [customer.id] } })

  it.each([1, 2, 3])("is that of its members at the end of each day (random history %i)", async (seed) => {
    const random = generator(seed)
    const group = await anOldGroup()
    const customers = await customersOf(app, 12)
    const moments = Array.from({ length: 30 }, () => daysAgo(random() * 40)).sort((a, b) => a.getTime() - b.getTime())
    const deleted = new Set<string>()
    const members = new Set<string>()
    const expected = new Map<string, { size: number; joined: number; left: number }>()

    for (const moment of moments) {
      const customer = customers[Math.floor(random() * customers.length)]!
      if (deleted.has(customer.id)) continue
      const before = members.has(customer.id)
      await at(moment, async () => {
        if (!before) await change(group, "add", customer)
        else if (random() < 0.3) {
          await app.customers.softDeleteCustomers([customer.id])
          deleted.add(customer.id)
        } else await change(group, "remove", customer)
      })
      if (before) members.delete(customer.id)
      else members.add(customer.id)
      const day = expected.get(dayOf(moment)) ?? { size: 0, joined: 0, left: 0 }
      day[before ? "left" : "joined"] += 1
      expected.set(dayOf(moment), { ...day, size: members.size })
    }

    for (const isFolded of [false, true]) {
      if (isFolded) await fold()
      const size = await sizeOf(group, { days: 45 })
      let last = 0
      for (const day of size.days) {
        const { joined = 0, left = 0, size: sizeThen = last } = expected.get(day.day) ?? {}
        expect({ isFolded, ...day }).toEqual({ isFolded, day: day.day, size: sizeThen, joined, left })
        last = sizeThen
      }
      expect(size).toMatchObject({ member_count: members.size, known_since: null })
      expect(size.days).toHaveLength(45)
    }
  })

  it("belongs to the store's day, also in the hour that midnight cuts", async () => {
    const group = await anOldGroup()
    const { rows } = await app.db.query(
      "select ($1::date)::timestamp at time zone $2 as midnight, $1::date - 1 || '' as day_before",
      [dayOf(daysAgo(10)), timeZone],
    )
    const midnight: Date = rows[0].midnight
    const [anna, ben] = [await aCustomer(app), await aCustomer(app)]
    await at(new Date(midnight.getTime() - 1_000), () => change(group, "add", anna))
    await at(midnight, () => change(group, "add", ben))
    for (const isFolded of [false, true]) {
      if (isFolded) await fold()
      const joined = (await sizeOf(group)).days.filter((day) => day.joined)
      expect(joined).toEqual([
        { day: rows[0].day_before, size: 1, joined: 1, left: 0 },
        { day: dayOf(midnight), size: 2, joined: 1, left: 0 },
      ])
    }
  })

  it("stays known when the log is pruned", async () => {
    const group = await anOldGroup()
    for (const customer of await customersOf(app, 3)) await at(daysAgo(20), () => change(group, "add", customer))
    await fold()
    const before = await sizeOf(group)
    await app.db.query("truncate customer_group_membership_change")
    const after = await sizeOf(group)
    expect(after).toMatchObject({ joined: 3, left: 0, known_since: null })
    // Who moved in the hour that midnight cuts is only told apart by the log.
    if (timeZone !== "Asia/Kolkata") expect(after).toEqual(before)
  })

  it("goes by when the members of today joined, before the log began", async () => {
    const group = await aGroup(app)
    const [anna, ben, cleo, dora] = await customersOf(app, 4)
    await app.db.query("set session_replication_role = replica")
    for (const [customer, days] of [
      [anna, 80],
      [ben, 30],
      [ben, 25],
      [cleo, 30],
      [dora, 10],
    ] as const) {
      const id = await insertRow(app.db, group, customer!)
      await app.db.query("update customer_group_customer set created_at = $2 where id = $1", [id, daysAgo(days)])
    }
    await app.db.query("update customer set deleted_at = now() where id = $1", [dora!.id])
    await app.db.query("set session_replication_role = origin")
    await app.groups.mendCounts([group.id])
    const began = daysAgo(5)
    await app.db.query("update customer_group_state set baseline_at = $2 where id = $1", [group.id, began])
    await at(daysAgo(3), () => change(group, "remove", cleo!))

    const size = await sizeOf(group, { days: 60 })

    // Cleo has left, so nobody knows any more since when she was in.
    expect(size).toMatchObject({ member_count: 2, joined: 1, left: 1, known_since: began.toISOString() })
    expect(size.days[0]).toMatchObject({ size: 2, joined: 0 })
    expect(size.days.filter(({ joined, left }) => joined || left)).toEqual([
      { day: dayOf(daysAgo(30)), size: 3, joined: 1, left: 0 },
      { day: dayOf(daysAgo(3)), size: 2, joined: 0, left: 1 },
    ])
    expect(await sizeOf(group, { days: 4 })).toMatchObject({ known_since: null })
  })

  it("of a period that is over knows what happened after it", async () => {
    const group = await anOldGroup()
    const [anna, ben] = await customersOf(app, 2)
    await at(daysAgo(20), () => change(group, "add", anna!))
    await at(daysAgo(5), () => change(group, "add", ben!))
    const to = dayOf(daysAgo(10))
    const size = await sizeOf(group, { days: 3, to })
    expect(size.days.map((day) => [day.day, day.size])).toEqual([
      [dayOf(daysAgo(12)), 1],
      [dayOf(daysAgo(11)), 1],
      [to, 1],
    ])
    expect(size).toMatchObject({ member_count: 2, joined: 0 })
  })

  it("of an empty group is nobody", async () => {
    const size = await sizeOf(await aGroup(app), { days: 2 })
    expect(size).toMatchObject({ member_count: 0, joined: 0, left: 0, known_since: null })
    expect(size.days.map((day) => day.size)).toEqual([0, 0])
  })
})

/** Numbers from 0 to 1, the same for the same seed. */
const generator = (seed: number) => {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}
