import type { AdminPastGroupMember } from "../../src/types"
import { Random } from "../criteria/random"
import { aCustomer, aGroup, insertRow, named } from "../helpers/fixtures"
import { setCriteria, undo } from "../helpers/history"
import { expectLogToBeTrue } from "../helpers/log"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/** Who was in a group at a moment. */

const STEPS = Number(process.env.STEPS ?? 30)

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp([], undefined, { timeZone: "Europe/Berlin" })
})
beforeEach(() => app.reset())
afterEach(() => expectLogToBeTrue(app))
afterAll(() => app.stop())

/** The moment by the database's clock, to the microsecond. */
const now = async (): Promise<string> => {
  const { rows } = await app.db.query(
    `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now`,
  )
  return rows[0].now
}

const change = (group: { id: string }, what: "add" | "remove", ...customers: { id: string }[]) =>
  app.groups.changeMembers({ group_id: group.id, [what]: { ids: customers.map(({ id }) => id) } })

type Seen = Pick<AdminPastGroupMember, "id" | "source"> & { joined_at: string | Date }

const seen = (members: Seen[]) =>
  members
    .map(({ id, source, joined_at }) => ({ id, source, joined_at: new Date(joined_at).toISOString() }))
    .sort((a, b) => a.id.localeCompare(b.id))

const membersNow = async (group: { id: string }) => seen((await app.groups.listMembers(group.id)).members)
const past = (group: { id: string }, at: string, params: object = {}) =>
  app.groups.listPastMembers(group.id, { at, ...params })
const membersAt = async (group: { id: string }, at: string) => seen((await past(group, at)).members)
const idsAt = async (group: { id: string }, at: string, params: object = {}) =>
  (await past(group, at, params)).members.map(({ id }) => id)

/** Page by page the newest are the same, and in order: that in which all of them are worked out. */
const expectPagesOf = async (group: { id: string }, at: string, members: ReturnType<typeof seen>) => {
  const { members: oldestFirst } = await past(group, at, { order: "joined_at" })
  const all = oldestFirst.reverse()
  expect((await past(group, at)).members).toEqual(all)
  for (const limit of [1, 3])
    for (let offset = 0; offset + limit <= members.length; offset += limit) {
      const page = await past(group, at, { limit, offset })
      expect(page).toMatchObject({ count: members.length, members: all.slice(offset, offset + limit) })
    }
}

const NAMES = ["Anna", "Ben", "Carl"]

interface World {
  group: { id: string }
  customers: { id: string }[]
  random: Random
}

/** Does one thing at random, by this plugin or past it. */
const act = async ({ group, customers, random }: World): Promise<unknown> => {
  const some = () => random.several(customers, random.whole(1, 3))
  const [one] = some() as [{ id: string }]
  const { rows: deleted } = await app.db.query("select id from customer where deleted_at is not null")
  const living = (chosen: { id: string }[]) => chosen.filter(({ id }) => !deleted.some((gone) => gone.id === id))
  switch (random.whole(0, 8)) {
    case 0:
    case 1:
      return change(group, "add", ...living(some()))
    case 2:
      return change(group, "remove", ...living(some()))
    case 3:
      return setCriteria(app, group, named(random.pick(NAMES)))
    case 4:
      return app.db.query("delete from customer_group_customer where customer_id = $1", [one.id])
    case 5: {
      const { rows } = await app.db.query("select 1 from customer_group_customer where customer_id = $1", [one.id])
      return rows.length ? undefined : insertRow(app.db, group, one)
    }
    case 6:
      return app.db.query("update customer set deleted_at = now() where id = $1", [one.id])
    case 7:
      return app.db.query("update customer set deleted_at = null where id = $1", [one.id])
    default: {
      const { operations } = await app.groups.listOperations(group.id)
      const undoable = operations.find(({ can_undo }) => can_undo)
      return undoable && undo(app, undoable)
    }
  }
}

it.each([1, 2, 3, 4, 5, 6, 7, 8])("is what it was after each step of a random history (seed %i)", async (seed) => {
  const random = new Random(seed)
  const customers: { id: string }[] = []
  for (let count = 0; count < 8; count++) customers.push(await aCustomer(app, { first_name: random.pick(NAMES) }))
  const world = { group: await aGroup(app), customers, random }
  const steps: { at: string; members: ReturnType<typeof seen> }[] = []
  for (let step = 0; step < STEPS; step++) {
    await act(world)
    steps.push({ members: await membersNow(world.group), at: await now() })
  }

  for (const { at, members } of steps) expect(await membersAt(world.group, at)).toEqual(members)
  for (const { at, members } of steps) await expectPagesOf(world.group, at, members)
})

it("says who had been picked by hand and who had come by criteria then", async () => {
  const anna = await aCustomer(app, { first_name: "Anna" })
  const group = await aGroup(app)
  await setCriteria(app, group, named("Anna"))
  const before = await now()
  await change(group, "add", anna)

  expect(await membersAt(group, before)).toMatchObject([{ id: anna.id, source: "criteria" }])
  expect(await membersAt(group, await now())).toMatchObject([{ id: anna.id, source: "manual" }])
})

it("knows what was written past this plugin", async () => {
  const anna = await aCustomer(app)
  const group = await aGroup(app)
  const before = await now()
  await insertRow(app.db, group, anna)
  const between = await now()
  await app.db.query("delete from customer_group_customer")

  expect(await idsAt(group, before)).toEqual([])
  expect(await idsAt(group, between)).toEqual([anna.id])
  expect(await idsAt(group, await now())).toEqual([])
})

describe("customers who are deleted today", () => {
  it("shows who was in before they were deleted", async () => {
    const anna = await aCustomer(app, { email: "anna@example.com" })
    const group = await aGroup(app)
    await change(group, "add", anna)
    const before = await now()
    await app.db.query("update customer set deleted_at = now()")

    expect((await past(group, before)).members).toMatchObject([
      { id: anna.id, email: "anna@example.com", deleted_at: expect.any(Date), is_purged: false },
    ])
    expect(await idsAt(group, await now())).toEqual([])
  })

  it("shows the id of who is purged", async () => {
    const anna = await aCustomer(app, { email: "anna@example.com" })
    const group = await aGroup(app)
    await change(group, "add", anna)
    const before = await now()
    await app.db.query("delete from customer")

    expect((await past(group, before)).members).toMatchObject([{ id: anna.id, email: null, is_purged: true }])
    expect(await idsAt(group, before, { order: "name" })).toEqual([anna.id])
  })
})

describe("a page", () => {
  const filled = async () => {
    const [anna, ben, carl] = await Promise.all(
      ["Anna", "Ben", "Carl"].map((first_name) => aCustomer(app, { first_name, email: `${first_name}@example.com` })),
    )
    const group = await aGroup(app)
    for (const each of [carl, anna, ben]) await change(group, "add", each!)
    const at = await now()
    await change(group, "remove", anna!, ben!)
    return { anna: anna!, ben: ben!, carl: carl!, group, at }
  }

  it("is sorted by the time of joining then, the newest first", async () => {
    const { anna, ben, carl, group, at } = await filled()
    expect(await idsAt(group, at)).toEqual([ben.id, anna.id, carl.id])
  })

  it("is sorted by name and e-mail", async () => {
    const { anna, ben, carl, group, at } = await filled()
    expect(await idsAt(group, at, { order: "name" })).toEqual([anna.id, ben.id, carl.id])
    expect(await idsAt(group, at, { order: "-email" })).toEqual([carl.id, ben.id, anna.id])
  })

  it("counts all that match, also beyond the end", async () => {
    const { ben, group, at } = await filled()
    expect(await past(group, at, { limit: 1 })).toMatchObject({ count: 3, members: [{ id: ben.id }] })
    expect(await past(group, at, { offset: 5 })).toMatchObject({ count: 3, members: [] })
  })

  it("holds whom one searches", async () => {
    const { anna, group, at } = await filled()
    expect(await past(group, at, { q: "anna@" })).toMatchObject({ count: 1, members: [{ id: anna.id }] })
  })
})

describe("a calendar day", () => {
  it("is today as of now", async () => {
    const anna = await aCustomer(app)
    const group = await aGroup(app)
    await change(group, "add", anna)
    const { rows } = await app.db.query(`select to_char(now() at time zone 'Europe/Berlin', 'YYYY-MM-DD') as today`)

    expect(await idsAt(group, rows[0].today)).toEqual([anna.id])
  })

  it("is as its last moment was in the store's time zone", async () => {
    const [anna, ben] = [await aCustomer(app), await aCustomer(app)]
    const group = await aGroup(app)
    await change(group, "add", anna, ben)
    await app.db.query("update customer_group_state set baseline_at = '2026-01-01T00:00:00Z'")
    const joinedAt = (customer: { id: string }, at: string) =>
      app.db.query("update customer_group_membership_change set created_at = $2 where customer_id = $1", [
        customer.id,
        at,
      ])
    await joinedAt(anna, "2026-01-31T22:59:59Z")
    await joinedAt(ben, "2026-01-31T23:00:00Z")

    expect(await idsAt(group, "2026-01-31")).toEqual([anna.id])
  })
})

describe("what is not known", () => {
  it("is refused before the log of the group begins, with since when it is known", async () => {
    const group = await aGroup(app)
    const { known_since } = await past(group, await now())

    await expect(past(group, "2020-01-31")).rejects.toThrow(
      `at: 2020-01-31 is too early; of the members of this group is known only since ${known_since.toISOString()}.`,
    )
    expect(await idsAt(group, known_since.toISOString())).toEqual([])
  })

  it("begins at the exact moment, although it is written in whole milliseconds", async () => {
    const group = await aGroup(app)
    await app.db.query("update customer_group_state set baseline_at = '2026-01-01T12:00:00.000200Z'")

    await expect(past(group, "2026-01-01T12:00:00.000199Z")).rejects.toThrow("only since 2026-01-01T12:00:00.001Z")
    expect(await idsAt(group, "2026-01-01T12:00:00.000200Z")).toEqual([])
  })

  it("is refused in the future", async () => {
    const group = await aGroup(app)
    await expect(past(group, "2999-01-31")).rejects.toThrow("at: 2999-01-31 is in the future.")
  })

  it.each(["yesterday", "2026-02-30", "2026-01-31T12:00:00", "2026-13-01", "1"])("is refused: %s", async (at) => {
    const group = await aGroup(app)
    await expect(past(group, at)).rejects.toThrow(`at: "${at}" is not a date`)
  })
})
