import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { aCustomer, aGroup, anAutomaticGroup, customersOf, named } from "../helpers/fixtures"
import { expectLogToBeTrue } from "../helpers/log"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/** Evaluations beside other writers, and evaluations that are ended by force. */

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(() => app.reset())
afterEach(() => expectLogToBeTrue(app))
afterAll(() => app.stop())

/** Ids of the members by source, with one entry a row. */
const membersOf = async (group: { id: string }) => {
  const { rows } = await app.db.query(
    `select customer_id, coalesce(created_by, 'hand') as source from customer_group_customer
     where customer_group_id = $1 order by customer_id`,
    [group.id],
  )
  return rows as { customer_id: string; source: string }[]
}

/** A small generator with a fixed seed: the same run each time. */
const random = (seed: number) => () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647

it("ten evaluations and 200 changes by hand at once lose nobody who was picked by hand, and have nobody twice", async () => {
  const group = await anAutomaticGroup(app, named("Anna"))
  const annas = await Promise.all(Array.from({ length: 40 }, () => aCustomer(app, { first_name: "Anna" })))
  const others = await customersOf(app, 40)
  const next = random(7)
  const all = [...annas, ...others].map(({ id }) => id)
  const isByHand = new Map<string, boolean>()

  // Each customer's changes in their order; different customers, and the evaluations, at once.
  const changes = Array.from({ length: 200 }, () => all[Math.floor(next() * all.length)]!)
  const changing = [...new Set(changes)].map(async (id) => {
    for (const _ of changes.filter((changed) => changed === id)) {
      const adds = next() < 0.6
      await app.groups.changeMembers({ group_id: group.id, [adds ? "add" : "remove"]: { ids: [id] } })
      isByHand.set(id, adds)
    }
  })
  const evaluating = Array.from({ length: 10 }, () => app.groups.evaluateGroup({ group_id: group.id }))
  await Promise.all([...changing, ...evaluating])
  await app.groups.evaluateGroup({ group_id: group.id })

  const members = await membersOf(group)
  const ids = members.map(({ customer_id }) => customer_id)
  expect(new Set(ids).size).toBe(ids.length)
  const byHand = members.filter(({ source }) => source === "hand").map(({ customer_id }) => customer_id)
  expect(byHand).toEqual(
    [...isByHand]
      .filter(([, was]) => was)
      .map(([id]) => id)
      .sort(),
  )
}, 120_000)

describe("an evaluation of which the process is killed", () => {
  const KILLS = 30
  const CUSTOMERS = 4_000

  /** A process that is ready to evaluate the group at a word. */
  const aProcess = async (group: { id: string }): Promise<{ child: ChildProcess; backend: number }> => {
    const child = spawn(
      process.execPath,
      ["--import", "tsx", path.join(__dirname, "../helpers/evaluating-process.ts"), app.databaseUrl, group.id],
      { stdio: ["ignore", "ignore", "inherit", "ipc"] },
    )
    const [backend] = await once(child, "message")
    return { child, backend }
  }

  /** What the process asked for last goes on in PostgreSQL until it is answered; then its transaction is undone. */
  const untilGone = async (backend: number) => {
    for (;;) {
      const { rows } = await app.db.query("select from pg_stat_activity where pid = $1", [backend])
      if (!rows.length) return
      await wait(5)
    }
  }

  it(`has happened or not, at ${KILLS} random moments`, async () => {
    await app.db.query(
      "insert into customer (id, email, first_name) select 'cus_' || n, n || '@example.com', 'Ben' from generate_series(1, $1::int) n",
      [CUSTOMERS],
    )
    const group = await anAutomaticGroup(app, named("Anna"))
    const next = random(11)
    const ended = { before: 0, after: 0 }
    let longest = 0
    // The next two start meanwhile.
    const upcoming = [aProcess(group), aProcess(group)]

    for (let round = 0; round < KILLS; round++) {
      // Another half of the customers each time.
      await app.db.query(
        "update customer set first_name = case when hashtext(id || $1) % 2 = 0 then 'Anna' else 'Ben' end",
        [String(round)],
      )
      const { rows: annas } = await app.db.query("select id from customer where first_name = 'Anna' order by id")
      const before = (await membersOf(group)).map(({ customer_id }) => customer_id)
      const { child, backend } = (await upcoming.shift()) as Awaited<ReturnType<typeof aProcess>>

      const start = performance.now()
      const done = once(child, "message")
      child.send("evaluate")
      // The first one runs to its end, to know how long the others may live.
      if (round === 0) {
        await done
        longest = performance.now() - start
      } else await Promise.race([done, wait(next() * longest * 1.1)])
      child.kill("SIGKILL")
      await once(child, "exit")
      await untilGone(backend)
      if (round + 2 < KILLS) upcoming.push(aProcess(group))

      const after = (await membersOf(group)).map(({ customer_id }) => customer_id)
      const hasHappened = JSON.stringify(after) === JSON.stringify(annas.map(({ id }) => id))
      if (!hasHappened) expect(after).toEqual(before)
      ended[hasHappened ? "after" : "before"]++
      await expectLogToBeTrue(app)
    }
    expect(ended.before + ended.after).toBe(KILLS)
    expect(ended.before).toBeGreaterThan(5)
  }, 480_000)
})

describe("criteria that look at a group which somebody is writing to", () => {
  /** Somebody who has put a customer into a group, and has not committed yet. */
  const adding = async (group: { id: string }, customer: { id: string }) => {
    const other = await app.connect()
    await other.query("begin")
    await other.query(
      "insert into customer_group_customer (id, customer_group_id, customer_id) values ('cusgc_late', $1, $2)",
      [group.id, customer.id],
    )
    return other
  }
  const untilBlockedOr = async (work: Promise<unknown>) => {
    let isDone = false
    void work.then(() => (isDone = true))
    while (!isDone) {
      const { rows } = await app.db.query(
        "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      )
      if (rows.length) return
    }
  }
  const inGroup = ({ id }: { id: string }) => ({ all: [{ attribute: "member_of_group", operator: "in", value: [id] }] })

  it.each(["set", "resumed"])("miss nobody when they are %s", async (how) => {
    const [inner, anna] = [await aGroup(app), await aCustomer(app)]
    const outer = how === "set" ? await aGroup(app) : await anAutomaticGroup(app, inGroup(inner))
    if (how === "resumed") await app.groups.pauseGroup({ group_id: outer.id })
    const other = await adding(inner, anna)

    const following = (async () => {
      if (how === "set") await app.groups.setCriteria({ group_id: outer.id, criteria: inGroup(inner) })
      else await app.groups.resumeGroup({ group_id: outer.id })
      await app.groups.evaluateGroup({ group_id: outer.id })
    })()
    await untilBlockedOr(following)
    await other.query("commit")
    await following
    while ((await app.groups.evaluatePending()) > 0);
    expect(await membersOf(outer)).toEqual([{ customer_id: anna.id, source: "criteria" }])
  })
})

it("an evaluation of which the connection is cut changes nothing, is on record as failed, and can be done again", async () => {
  const anna = await aCustomer(app, { first_name: "Anna" })
  const group = await anAutomaticGroup(app, named("Anna"))
  // It waits for the group, in the middle of its transaction.
  const other = await app.connect()
  await other.query("begin")
  await other.query("select customer_groups_lock(array[$1])", [group.id])
  const evaluation = app.groups.evaluateGroup({ group_id: group.id })
  const failure = expect(evaluation).rejects.toThrow()
  for (;;) {
    const { rows } = await app.db.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    )
    if (rows.length) break
  }
  await failure
  await other.query("rollback")

  expect(await membersOf(group)).toEqual([])
  const [failed] = (await app.groups.listOperations(group.id)).operations
  expect(failed).toMatchObject({ status: "failed", error: expect.any(String) })
  // By itself, a few seconds later: nobody's data was at fault.
  const due = "select coalesce(due_at, now()) < now() + interval '10 seconds' as is_soon from customer_group_criteria"
  expect((await app.db.query(due)).rows).toEqual([{ is_soon: true }])
  await app.db.query("update customer_group_criteria set due_at = now()")
  expect(await app.groups.evaluateDueGroup()).toBe(1)
  expect((await app.groups.retrieveCriteria(group.id))?.error).toBeNull()
  expect(await membersOf(group)).toEqual([{ customer_id: anna.id, source: "criteria" }])
})
