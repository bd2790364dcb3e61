import { api, db } from "../helpers/http"
import { aCustomer, aGroup, unique } from "../helpers/shop"

const now = async (): Promise<string> => {
  const { rows } = await db.query(
    `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now`,
  )
  return rows[0].now
}

const remove = (group: { id: string }, customer: { id: string }) =>
  api("POST", `/admin/customer-groups/${group.id}/members`, { remove: { ids: [customer.id] } })

/** Anna was in the group, and has left it. */
const left = async () => {
  const anna = await aCustomer({ email: `=${unique()}@example.com`, first_name: "Anna" })
  const group = await aGroup(undefined, [anna])
  const before = await now()
  await remove(group, anna)
  return { anna, group, before }
}

describe("GET /admin/customer-groups/:id/members?at=", () => {
  it("answers who was in then, and since when it is known", async () => {
    const { anna, group, before } = await left()

    const { status, data } = await api("GET", `/admin/customer-groups/${group.id}/members?at=${before}`)

    expect(status).toBe(200)
    expect(data).toEqual({
      members: [
        expect.objectContaining({ id: anna.id, source: "manual", joined_at: expect.any(String), deleted_at: null }),
      ],
      count: 1,
      offset: 0,
      limit: 20,
      at: new Date(before).toISOString(),
      known_since: expect.stringMatching(/Z$/),
    })
  })

  it("refuses a date before anything is known, naming the field", async () => {
    const { group } = await left()
    const { status, data } = await api("GET", `/admin/customer-groups/${group.id}/members?at=2020-01-31`)
    expect({ status, type: data.type }).toEqual({ status: 400, type: "invalid_data" })
    expect(data.message).toMatch(/^at: 2020-01-31 is too early; .* known only since \d{4}-/)
  })

  it.each(["2999-01-01", "soon", ""])("refuses %j", async (at) => {
    const { group } = await left()
    const { status, data } = await api("GET", `/admin/customer-groups/${group.id}/members?at=${at}`)
    expect({ status, message: data.message }).toEqual({ status: 400, message: expect.stringMatching(/^at: /) })
  })
})

describe("GET /admin/customers/:id/group-changes", () => {
  it("answers what the customer joined and left, newest first, with who did it", async () => {
    const { anna, group } = await left()

    const { status, data } = await api("GET", `/admin/customers/${anna.id}/group-changes`)

    expect(status).toBe(200)
    expect(data).toMatchObject({ count: 2, offset: 0, limit: 20, known_since: expect.stringMatching(/Z$/) })
    const [leave, join] = data.changes
    expect(leave).toMatchObject({
      group: { id: group.id, name: group.name, is_deleted: false },
      change: "left",
      source: "manual",
      cause: { type: "change_members", reason: "by_hand", actor: { type: "user", id: expect.any(String) } },
    })
    expect(join).toMatchObject({ change: "joined", cause: { type: "change_members" } })
  })

  it("tells what came from outside this plugin", async () => {
    const anna = await aCustomer()
    const group = await aGroup()
    await db.query("insert into customer_group_customer (id, customer_group_id, customer_id) values ($3, $1, $2)", [
      group.id,
      anna.id,
      `cusgc_${unique()}`,
    ])

    const { data } = await api("GET", `/admin/customers/${anna.id}/group-changes`)
    expect(data.changes).toMatchObject([
      { change: "joined", cause: { operation_id: null, type: "outside", reason: "outside", actor: { name: null } } },
    ])
  })

  it("names groups that are deleted by now", async () => {
    const { anna, group } = await left()
    await api("DELETE", `/admin/customer-groups/${group.id}`)

    const { data } = await api("GET", `/admin/customers/${anna.id}/group-changes?limit=1`)
    expect(data.changes).toMatchObject([{ group: { name: group.name, is_deleted: true } }])
  })

  it("answers 404 for a customer who does not exist", async () => {
    expect((await api("GET", "/admin/customers/cus_none/group-changes")).status).toBe(404)
  })
})

describe("GET /admin/customer-groups/:id/changes.csv", () => {
  const linesOf = async (group: { id: string }, query = ""): Promise<string[]> => {
    const { status, data } = await api<string>("GET", `/admin/customer-groups/${group.id}/changes.csv${query}`)
    expect(status).toBe(200)
    return data.replace("\uFEFF", "").trim().split("\r\n")
  }

  it("is a file of all changes, oldest first, in which no text is a formula", async () => {
    const { anna, group } = await left()

    const [header, ...lines] = await linesOf(group)

    expect(header).toBe("at,change,source,customer_id,email,operation_id,type,reason,actor")
    const cells = lines.map((line) => line.split(","))
    expect(cells.map(([, ...cell]) => cell.slice(0, 4))).toEqual([
      ["joined", "manual", anna.id, `'${anna.email}`],
      ["left", "manual", anna.id, `'${anna.email}`],
    ])
    expect(cells[0]!.slice(6, 8)).toEqual(["change_members", "by_hand"])
  })

  it("holds what happened between two moments", async () => {
    const { group, before } = await left()
    expect(await linesOf(group, `?from=${before}`)).toHaveLength(2)
    expect(await linesOf(group, `?to=${before}`)).toHaveLength(2)
    expect(await linesOf(group, `?from=${before}&to=${before}`)).toHaveLength(1)
  })

  it("holds every change of a large group once", async () => {
    const group = await aGroup()
    await db.query(
      `insert into customer_group_membership_change
         (outbox_id, group_id, customer_id, change, source, member_since, membership_id, created_at)
       select 0, $1, 'cus_' || i, 'joined', 'manual', now(), 'm' || i, now() from generate_series(1, 25000) i`,
      [group.id],
    )

    const lines = await linesOf(group)
    expect(new Set(lines.slice(1).map((line) => line.split(",")[3])).size).toBe(25_000)
    expect(lines).toHaveLength(25_001)
  })

  it.each(["from", "to"])("names %s when it is no date", async (field) => {
    const { status, data } = await api("GET", `/admin/customer-groups/${(await aGroup()).id}/changes.csv?${field}=soon`)
    expect({ status, message: data.message }).toEqual({
      status: 400,
      message: `${field}: "soon" is not a date, such as 2026-01-31 or 2026-01-31T12:00:00Z.`,
    })
  })
})
