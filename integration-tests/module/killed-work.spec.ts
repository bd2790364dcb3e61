import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { aGroup, customersOf } from "../helpers/fixtures"
import { stateOf } from "../helpers/history"
import { expectLogToBeTrue } from "../helpers/log"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"
import type { Task } from "../helpers/working-process"

/** Long work whose process is killed at random moments: nothing of it stands, and another process does it again. */

const KILLS = 4
const CUSTOMERS = 20_000
const ID = "cgop_killed"

let app: ModuleApp
beforeAll(async () => {
  app = await startModuleApp()
})
beforeEach(async () => {
  await app.reset()
  await app.db.query(
    "insert into customer (id, email) select 'cus_' || n, n || '@example.com' from generate_series(1, $1::int) n",
    [CUSTOMERS],
  )
})
afterEach(() => expectLogToBeTrue(app))
afterAll(() => app.stop())

/** A process that is ready to work at a word. */
const aProcess = async (): Promise<ChildProcess> => {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", path.join(__dirname, "../helpers/working-process.ts"), app.databaseUrl],
    { stdio: ["ignore", "ignore", "inherit", "ipc"] },
  )
  await once(child, "message")
  return child
}

/** What a process has asked for last goes on in PostgreSQL until it is answered; then its transaction is undone. */
const untilNobodyWorks = async () => {
  for (;;) {
    const { rows } = await app.db.query(
      "select from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid() and database = (select oid from pg_database where datname = current_database())",
    )
    if (!rows.length) return
    await wait(20)
  }
}

const statusOf = async () => {
  const { rows } = await app.db.query("select status from customer_group_operation where id = $1", [ID])
  return rows[0]?.status as string | undefined
}

/** Gives the work to a process, kills it after a while, and lets this one find what it has left. */
const killedAt = async (task: Task, milliseconds: number, child: ChildProcess) => {
  const done = once(child, "message")
  child.send(task)
  await Promise.race([done, wait(milliseconds)])
  child.kill("SIGKILL")
  await once(child, "exit")
  await untilNobodyWorks()
  const left = await statusOf()
  // A minute without a sign of life.
  await app.db.query(
    "update customer_group_operation set updated_at = now() - interval '2 minutes' where id = $1 and status = 'running'",
    [ID],
  )
  await app.groups.resumeAbandonedWork()
  return left
}

const fileOfAll = async function* () {
  for (let from = 1; from <= CUSTOMERS; from += 1_000)
    yield {
      rows: Array.from({ length: 1_000 }, (_, at) => ({
        line: from + at + 1,
        email: `${from + at}@example.com`,
        action: "add" as const,
      })),
      problems: [],
    }
}

const works: [string, (group: { id: string }) => Promise<{ task: Task; before: number; after: number }>][] = [
  [
    "adding all who match",
    async (group) => ({
      task: { kind: "change", input: { group_id: group.id, add: { filter: {} }, operation_id: ID } },
      before: 0,
      after: CUSTOMERS,
    }),
  ],
  [
    "an import",
    async (group) => {
      const { id } = await app.groups.stageImport({ group_id: group.id, file_name: "all.csv" }, fileOfAll())
      return { task: { kind: "import", input: { import_id: id, operation_id: ID } }, before: 0, after: CUSTOMERS }
    },
  ],
  [
    "an undo",
    async (group) => {
      const { id } = await app.groups.changeMembers({ group_id: group.id, add: { filter: {} } })
      return {
        task: { kind: "undo", input: { operation_id: id, undo_id: ID } },
        before: CUSTOMERS,
        after: 0,
      }
    },
  ],
]

describe.each(works)("%s", (_what, prepare) => {
  it(`has happened as a whole in the end, or never begun, at ${KILLS} random moments`, async () => {
    const ends: string[] = []
    const upcoming = [aProcess()]
    for (let round = 0; round < KILLS; round++) {
      if (round + 1 < KILLS) upcoming.push(aProcess())
      const child = await upcoming[round]!
      await app.db.query("delete from customer_group_operation where id = $1", [ID])
      const group = await aGroup(app)
      const { task, before, after } = await prepare(group)
      // Moments over the time that it takes; the last one leaves it to its end.
      const left = await killedAt(task, [60, 250, 700, 60_000][round]!, child)
      const { members } = await stateOf(app, group)
      expect(members).toHaveLength(left === undefined ? before : after)
      if (left !== undefined) expect(await statusOf()).toBe("succeeded")
      ends.push(left ?? "not begun")
      await expectLogToBeTrue(app)
      await app.db.query("delete from customer_group_customer where customer_group_id = $1", [group.id])
    }
    expect(ends.at(-1)).toBe("succeeded")
    expect(ends).toContain("running")
  }, 300_000)
})

it("is not taken from a process that lives", async () => {
  await customersOf(app, 1)
  const group = await aGroup(app)
  const child = await aProcess()
  const other = await app.connect()
  await other.query("begin")
  await other.query("select customer_groups_lock(array[$1])", [group.id])
  const done = once(child, "message")
  child.send({ kind: "change", input: { group_id: group.id, add: { filter: {} }, operation_id: ID } } satisfies Task)
  while ((await statusOf()) !== "running") await wait(20)
  expect(await app.groups.resumeAbandonedWork()).toBe(0)
  await other.query("rollback")
  await done
  child.kill()
  expect(await statusOf()).toBe("succeeded")
}, 60_000)
