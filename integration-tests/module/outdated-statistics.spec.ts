import { Readable } from "node:stream"
import { readRows } from "../../src/files"
import { aCustomer, aGroup, anAutomaticGroup } from "../helpers/fixtures"
import { undo } from "../helpers/history"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/**
 * A large change right after PostgreSQL has looked at small tables, or at large ones that somebody else was still filling:
 * what it believes is far from what there is, and a plan made on that belief costs the square of the rows: 20 s where a
 * good one takes one.
 */
const MANY = 20_000
jest.setTimeout(60_000)

/** A good plan takes one or two, on a busy machine. */
const LONGEST_STATEMENT = "10s"

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
  const { rows } = await app.db.query("select current_database() as name")
  await app.db.query(`alter database "${rows[0].name}" set statement_timeout = '${LONGEST_STATEMENT}'`)
})
beforeEach(() => app.reset())
afterAll(() => app.stop())

const manyCustomers = async (): Promise<string[]> => {
  const { rows } = await app.db.query(
    "insert into customer (id, email) select 'cus_' || i, i || '@many.example' from generate_series(1, $1::int) i returning id",
    [MANY],
  )
  return rows.map(({ id }) => id)
}

/** Enough small changes on every connection of the pool for PostgreSQL to settle on its plans for foreign keys. */
const settleOnPlans = async (group: { id: string }, customer: { id: string }) => {
  for (let round = 0; round < 10; round++) {
    await app.groups.changeMembers({ group_id: group.id, add: { ids: [customer.id] } })
    await app.groups.changeMembers({ group_id: group.id, remove: { ids: [customer.id] } })
  }
}

const TABLES = [
  "customer",
  "customer_group_customer",
  "customer_group_membership_change",
  "customer_group_exclusion",
  "customer_group_import_row",
]

interface Belief {
  /** Before there are many rows. */
  before?: () => Promise<unknown>
  /** After each step that has written many. */
  after?: () => Promise<unknown>
}

const beliefs: Record<string, Belief> = {
  "they were analysed when they were empty": {
    before: async () => {
      await app.db.query(`vacuum analyze ${TABLES.join(", ")}`)
      await settleOnPlans(await aGroup(app), await aCustomer(app))
    },
  },
  "they were analysed when they held a row": {
    before: async () => {
      const [group, customer] = [await aGroup(app), await aCustomer(app)]
      await app.groups.changeMembers({ group_id: group.id, add: { ids: [customer.id] } })
      await app.db.query(`vacuum analyze ${TABLES.join(", ")}`)
      await settleOnPlans(group, customer)
    },
  },
  "they were analysed before the transaction that filled them was over": {
    // What ANALYZE leaves behind that sees pages, and on them no row that is committed.
    after: () =>
      app.db.query("update pg_class set reltuples = 0 where relname = any($1::text[]) and relpages > 0", [TABLES]),
  },
}

describe.each(Object.keys(beliefs))("when %s", (belief) => {
  const { before, after } = beliefs[belief]!
  let ids: string[]
  beforeEach(async () => {
    await before?.()
    ids = await manyCustomers()
    await believe()
  })

  /** Pages are counted by ANALYZE alone. */
  const believe = async () => {
    if (!after) return
    await app.db.query(`analyze ${TABLES.join(", ")}`)
    await after()
  }

  const aLargeGroup = async () => {
    const group = await aGroup(app)
    await app.groups.changeMembers({ group_id: group.id, add: { filter: { q: "many.example" } } })
    await believe()
    return group
  }

  it("many are added by id and removed by id", async () => {
    const group = await aGroup(app)
    const added = await app.groups.changeMembers({ group_id: group.id, add: { ids } })
    const removed = await app.groups.changeMembers({ group_id: group.id, remove: { ids } })
    expect([added.joined, removed.left]).toEqual([MANY, MANY])
  })

  it("many are added by filter, added again, and removed by filter", async () => {
    const group = await aGroup(app)
    const filter = { q: "many.example" }
    const added = await app.groups.changeMembers({ group_id: group.id, add: { filter } })
    const again = await app.groups.changeMembers({ group_id: group.id, add: { filter } })
    const removed = await app.groups.changeMembers({
      group_id: group.id,
      remove: { filter: { ...filter, source: "manual", joined_at: { $gt: "2000-01-01" } } },
    })
    expect([added.joined, again.joined, removed.left]).toEqual([MANY, 0, MANY])
  })

  it("many are taken back", async () => {
    const group = await aGroup(app)
    const added = await app.groups.changeMembers({ group_id: group.id, add: { ids } })
    await app.groups.takeBackOperations([added.id], "A later step failed")
    expect((await app.groups.listMembers(group.id)).count).toBe(0)
  })

  it("many are moved by a SQL script", async () => {
    const group = await aGroup(app)
    await app.db.query(
      `insert into customer_group_customer (id, customer_group_id, customer_id)
       select 'row_' || id, $1, id from unnest($2::text[]) id`,
      [group.id, ids],
    )
    expect((await app.groups.listMembers(group.id)).count).toBe(MANY)
    await app.db.query("delete from customer_group_customer where customer_group_id = $1", [group.id])
    expect((await app.groups.listMembers(group.id)).count).toBe(0)
  })

  // Beliefs of empty tables and of those with a row are alike to what follows.
  if (belief.endsWith("empty")) return

  it("many are moved by filter and by id, and back", async () => {
    const [from, to] = [await aLargeGroup(), await aGroup(app)]
    const [left] = await app.groups.moveMembers({ group_id: from.id, to: to.id, members: { filter: {} } })
    await believe()
    await undo(app, left)
    await believe()
    const [again] = await app.groups.moveMembers({ group_id: from.id, to: to.id, members: { ids } })
    expect([left.left, again.left]).toEqual([MANY, MANY])
  })

  it.each(["union", "intersection", "difference"] as const)("many are combined by %s", async (how) => {
    const [one, other, target] = [await aLargeGroup(), await aGroup(app), await aGroup(app)]
    await app.groups.changeMembers({ group_id: other.id, add: { filter: { q: "7@many" } } })
    await believe()
    const combination = { how, group_ids: [one.id, other.id] }
    const count = await app.groups.countCombined(combination)
    const { joined } = await app.groups.combineGroups({ ...combination, group_id: target.id })
    expect(joined).toBe(count)
  })

  it("many are copied, listed, searched and read for a file", async () => {
    const group = await aLargeGroup()
    const { id: group_id } = await aGroup(app)
    await app.groups.copyGroup({ from_id: group.id, group_id })
    for (const order of ["name", "-joined_at", "source", "email"])
      expect((await app.groups.listMembers(group_id, { order, limit: 20, offset: 5_000 })).count).toBe(MANY)
    expect((await app.groups.listMembers(group_id, { q: "many" })).count).toBe(MANY)
    let read = 0
    for await (const _ of await app.groups.readMembers(group_id)) read++
    expect(read).toBe(MANY)
  })

  it("many join and leave by criteria", async () => {
    const isMany = { attribute: "email_domain", operator: "eq", value: "many.example" }
    const group = await anAutomaticGroup(app, { all: [isMany] })
    expect(await app.groups.evaluateGroup({ group_id: group.id })).toMatchObject({ joined: MANY })
    await believe()
    const preview = await app.groups.previewCriteria({ criteria: { all: [isMany] }, group_id: group.id })
    expect(preview).toMatchObject({ matching: MANY, members_before: MANY })
    await app.groups.setCriteria({ group_id: group.id, criteria: { none: [isMany] } })
    expect(await app.groups.evaluateGroup({ group_id: group.id })).toMatchObject({ left: MANY })
  })

  it("many are taken out of an automatic group, and brought back", async () => {
    const group = await anAutomaticGroup(app, { all: [{ attribute: "email", operator: "contains", value: "many" }] })
    await app.groups.evaluateGroup({ group_id: group.id })
    await believe()
    const removed = await app.groups.changeMembers({ group_id: group.id, remove: { filter: {} } })
    await believe()
    await undo(app, removed)
    expect((await app.groups.listExclusions(group.id)).count).toBe(0)
    expect((await app.groups.listMembers(group.id)).count).toBe(MANY)
  })

  it("many are imported", async () => {
    const group = await aGroup(app)
    const text = ["email", ...ids.map((id) => `${id.replace("cus_", "")}@many.example`)].join("\n")
    const rows = readRows(Readable.from([Buffer.from(text)]))
    const { id, counts } = await app.groups.stageImport({ group_id: group.id, file_name: "many.csv" }, rows)
    expect(counts.add).toBe(MANY)
    await believe()
    expect((await app.groups.applyImport({ import_id: id })).joined).toBe(MANY)
  })

  it("the members at a moment are found among many", async () => {
    const group = await aLargeGroup()
    const between = new Date()
    await app.groups.changeMembers({ group_id: group.id, remove: { filter: { q: "7" } } })
    expect((await app.groups.listPastMembers(group.id, { at: between.toISOString() })).count).toBe(MANY)
  })
})
