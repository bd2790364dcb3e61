import path from "node:path"
import { Client } from "pg"
import { folders } from "../../scripts/paths"
import { type Store, startStore } from "../../scripts/store"
import { migratedTemplate } from "../../scripts/store/template"
import { eventually } from "../helpers/eventually"
import { api, sendForm } from "../helpers/http"
import { aGroup, type Group } from "../helpers/shop"
import { jwtSecret, startTestStore, testServer, type TestStore } from "../helpers/store"
import { beginUpload, formOf } from "../helpers/upload"

/** A store that is killed at three imports at once, and started again an hour later. */

const CUSTOMERS = 2_000
const GUESTS = 3_000

let killed: TestStore
let again: Store
let db: Client
let sent: Group
let applied: Group
let filled: Group

const addresses = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name}${n}@example.com\n`)
const csv = (lines: string[]) => Buffer.from(`email\n${lines.join("")}`)

const count = async (select: string, values: unknown[] = []) => (await db.query(select, values)).rows[0].count as number
const membersOf = ({ id }: Group) =>
  count("select count(*)::int from customer_group_customer where customer_group_id = $1", [id])
const rowsOf = ({ id }: Group, which = "true") =>
  count(
    `select count(*)::int from customer_group_import_row where ${which}
      and import_id in (select id from customer_group_import where group_id = $1)`,
    [id],
  )
const inHand = () =>
  count("select count(*)::int from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()")
const waitingForLocks = () =>
  count(
    `select count(*)::int from pg_locks join pg_stat_activity using (pid)
     where datname = current_database() and locktype = 'advisory' and not granted`,
  )

/** A file that is checked; answers where it is applied. */
const checked = async (group: Group, lines: string[], query = ""): Promise<string> => {
  const form = new FormData()
  form.append("file", new File([csv(lines)], "customers.csv"))
  const { status, data } = await sendForm(`/admin/customer-groups/${group.id}/import${query}`, form)
  expect(status).toBe(201)
  return `/admin/customer-groups/${group.id}/imports/${data.import.id}/apply`
}

const importAllAtOnce = async () => {
  const ofCustomers = await checked(applied, addresses("customer", CUSTOMERS))
  pathOfGuests = await checked(filled, addresses("guest", GUESTS), "?unknown=create_guests")

  const sending = beginUpload(sent).on("error", () => undefined)
  const [head, content] = formOf([csv(addresses("somebody", 5_000))])
  sending.write(head)
  sending.write(content)
  await eventually(async () => expect(await rowsOf(sent)).toBeGreaterThan(1_000))

  // It cannot come to its end before this transaction does.
  await db.query("begin")
  await db.query("select customer_groups_lock(array[$1])", [applied.id])
  void api("POST", ofCustomers, {}).catch(() => undefined)
  await eventually(async () => expect(await waitingForLocks()).toBe(1))
  void api("POST", pathOfGuests, {}).catch(() => undefined)
  await eventually(async () => expect(await rowsOf(filled, "is_made")).toBeGreaterThan(0), 30_000)
}
let pathOfGuests: string

/** What a process has asked for last goes on in PostgreSQL until it is answered. */
const kill = async () => {
  process.kill(killed.pid, "SIGKILL")
  await killed.ended
  await db.query("rollback")
  await eventually(async () => expect(await inHand()).toBe(0))
}

const anHourPasses = () =>
  db.query(`
    update customer_group_import
      set expires_at = expires_at - interval '1 hour', claimed_at = claimed_at - interval '1 hour';
    update customer_group_operation set updated_at = updated_at - interval '1 hour' where status = 'running'`)

beforeAll(async () => {
  killed = await startTestStore("killed", await migratedTemplate(testServer()), { DISABLE_ADMIN: "true" })
  process.env.TEST_URL = killed.url
  db = new Client({ connectionString: killed.databaseUrl })
  await db.connect()
  await db.query(
    `insert into customer (id, email)
      select 'cus_' || n, 'customer' || n || '@example.com' from generate_series(0, $1::int - 1) n`,
    [CUSTOMERS],
  )
  ;[sent, applied, filled] = [await aGroup(), await aGroup(), await aGroup()]
  await importAllAtOnce()
  await kill()
}, 180_000)

afterAll(async () => {
  await again?.stop()
  await db?.end()
  await killed?.stop()
})

it("leaves no half of an import in its groups", async () => {
  for (const group of [sent, applied, filled]) expect(await membersOf(group)).toBe(0)
  expect(await rowsOf(filled, "is_made")).toBeLessThan(GUESTS)
})

describe("after it is started again", () => {
  beforeAll(async () => {
    await anHourPasses()
    again = await startStore({
      databaseUrl: killed.databaseUrl,
      folder: killed.folder,
      port: Number(new URL(killed.url).port),
      logFile: path.join(folders.run, "store-killed-again.log"),
      env: { JWT_SECRET: jwtSecret, DISABLE_ADMIN: "true" },
    })
  }, 120_000)

  it("forgets a file that was being sent", async () => {
    await eventually(async () => expect(await count("select count(*)::int from customer_group_import")).toBe(2))
    expect(await rowsOf(sent)).toBe(0)
    expect(await count("select count(*)::int from customer_group_import_row")).toBe(CUSTOMERS + GUESTS)
  })

  it("does an import as a whole that it was applying", async () => {
    await eventually(async () => expect(await membersOf(applied)).toBe(CUSTOMERS), 30_000)
    const { data } = await api("GET", `/admin/customer-groups/${applied.id}/operations`)
    expect(data.operations[0]).toMatchObject({ type: "import", status: "succeeded", joined: CUSTOMERS })
  })

  it("applies an import when it is asked again, of which it was making the customers: each of them once", async () => {
    const { status } = await api("POST", pathOfGuests, {})
    expect([200, 202]).toContain(status)
    await eventually(async () => expect(await membersOf(filled)).toBe(GUESTS), 60_000)
    expect(await count("select count(*)::int from customer where email like 'guest%'")).toBe(GUESTS)
  })
})
