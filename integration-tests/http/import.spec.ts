import { request } from "node:http"
import type { AdminGroupImport, AdminGroupImportProblem } from "../../src/types"
import { eventually } from "../helpers/eventually"
import { admin, api, authorization, db, sendForm } from "../helpers/http"
import { aCustomer, aGroup, type Group, membersInTable } from "../helpers/shop"

/** Files of customers: sent, checked, applied. */

const formOf = (...files: [field: string, content: string | Uint8Array<ArrayBuffer>, name?: string][]): FormData => {
  const form = new FormData()
  for (const [field, content, name = "customers.csv"] of files) form.append(field, new File([content], name))
  return form
}

const importOf = (group: Group, content: string | Uint8Array<ArrayBuffer>, query = "") =>
  sendForm<{ import: AdminGroupImport; message: string }>(
    `/admin/customer-groups/${group.id}/import${query}`,
    formOf(["file", content]),
  )

const checked = async (group: Group, content: string, query = ""): Promise<AdminGroupImport> => {
  const { status, data } = await importOf(group, content, query)
  expect(status).toBe(201)
  return data.import
}

const pathOf = ({ group_id, id }: AdminGroupImport) => `/admin/customer-groups/${group_id}/imports/${id}`

const kept = async () =>
  (
    await db.query(
      "select (select count(*) from customer_group_import)::int + (select count(*) from customer_group_import_row)::int as kept",
    )
  ).rows[0].kept

describe("POST /admin/customer-groups/:id/import", () => {
  it("says what would come of a file, and changes nothing", async () => {
    const customer = await aCustomer()
    const group = await aGroup()
    const { status, data } = await sendForm(
      `/admin/customer-groups/${group.id}/import`,
      formOf(["file", `email\n${customer.email}\nnobody@example.com`, "Größe & co.csv"]),
    )
    expect(status).toBe(201)
    expect(data.import).toMatchObject({
      group_id: group.id,
      file_name: "Größe & co.csv",
      unknown: "refuse",
      status: "checked",
      counts: { rows: 2, add: 1, problems: 1 },
    })
    expect(await membersInTable(group)).toEqual([])
    expect(await api("GET", pathOf(data.import))).toEqual({ status: 200, data })
  })

  it("takes files larger than Medusa's limit of a body", async () => {
    const lines = Array.from({ length: 60_000 }, (_, n) => `${n}-somebody@example.com`)
    expect(await checked(await aGroup(), `email\n${lines.join("\n")}`, "?unknown=skip")).toMatchObject({
      counts: { rows: 60_000, skipped: 60_000 },
    })
  })

  it.each([
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]), "PNG"],
    ["a file without a column of customers", "name,city\nAnna,Berlin", 'column "email" or "id"'],
    ["an empty file", "", "empty"],
    ["a quotation mark that is never closed", `email\n${"a@example.com\n".repeat(3_000)}"open`, "never closed"],
  ])("refuses %s, and keeps nothing of it", async (_, content, message) => {
    const { status, data } = await importOf(await aGroup(), content)
    expect(status).toBe(400)
    expect(data.message).toMatch(/^file: /)
    expect(data.message).toContain(message)
    expect(await kept()).toBe(0)
  })

  it.each([
    ["no file", formOf(), "no file"],
    ["two files", formOf(["file", "email\na@example.com"], ["file", "email\nb@example.com"]), "one file"],
    ["a file of another name", formOf(["csv", "email\na@example.com"]), "csv"],
  ])("refuses a form with %s", async (_, form, message) => {
    const { status, data } = await sendForm(`/admin/customer-groups/${(await aGroup()).id}/import`, form)
    expect(status).toBe(400)
    expect(data.message).toContain(message)
    expect(await kept()).toBe(0)
  })

  it("refuses a form with other fields", async () => {
    const form = formOf()
    form.append("unknown", "skip")
    const { status, data } = await sendForm(`/admin/customer-groups/${(await aGroup()).id}/import`, form)
    expect(status).toBe(400)
    expect(data.message).toContain("unknown")
  })

  it.each([
    ["text/csv", "email\na@example.com", "multipart/form-data"],
    ["multipart/form-data", "email", "oundary"],
    [
      "multipart/form-data; boundary=x",
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nemail\n',
      "broken",
    ],
  ])("refuses what is no form: %s", async (type, body, message) => {
    const url = `/admin/customer-groups/${(await aGroup()).id}/import`
    const { status, data } = await api("POST", url, body, { headers: { "content-type": type } })
    expect(status).toBe(400)
    expect(data.message).toContain(message)
    expect(await kept()).toBe(0)
  })

  it("refuses other ways to deal with unknown customers, and other parameters", async () => {
    const group = await aGroup()
    for (const [query, field] of [
      ["?unknown=create", "unknown"],
      ["?dry_run=true", "dry_run"],
    ] as const) {
      const { status, data } = await importOf(group, "email", query)
      expect(status).toBe(400)
      expect(data.message).toContain(field)
    }
  })

  it("finds no group that is not there", async () => {
    expect((await importOf({ id: "cusgroup_none", name: "" }, "email\na@example.com")).status).toBe(404)
  })

  it("keeps nothing of a client that leaves half way", async () => {
    const group = await aGroup()
    const upload = request(`${process.env.TEST_URL}/admin/customer-groups/${group.id}/import`, {
      method: "POST",
      headers: { ...authorization(admin), "content-type": "multipart/form-data; boundary=x" },
    })
    upload.on("error", () => undefined)
    upload.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nemail\r\n')
    upload.write("somebody@example.com\r\n".repeat(5_000))
    await eventually(async () => expect(await kept()).toBeGreaterThan(1_000))
    upload.destroy()
    await eventually(async () => expect(await kept()).toBe(0))
  })
})

describe("problems of an import", () => {
  const file = "email,id,action\nnobody@example.com,,\nanna,,\n,cus_none,remove"

  it("are listed in pages", async () => {
    const found = await checked(await aGroup(), file)
    const { status, data } = await api("GET", `${pathOf(found)}/problems?limit=2&offset=1`)
    expect(status).toBe(200)
    expect(data).toMatchObject({ count: 3, limit: 2, offset: 1 })
    expect(data.problems).toEqual([
      {
        line: 3,
        email: null,
        id: null,
        action: null,
        problem: '"anna" is not an e-mail address.',
        code: "not_an_email",
        values: { email: "anna" },
      },
      {
        line: 4,
        email: null,
        id: "cus_none",
        action: "remove",
        problem: 'There is no customer with the id "cus_none".',
        code: "unknown_id",
        values: { id: "cus_none" },
      },
    ] satisfies AdminGroupImportProblem[])
  })

  it("are a file", async () => {
    const { status, data } = await api<string>("GET", `${pathOf(await checked(await aGroup(), file))}/report.csv`)
    expect(status).toBe(200)
    expect(data.replace("\uFEFF", "").trim().split("\r\n")).toEqual([
      "line,email,id,action,problem",
      '2,nobody@example.com,,add,"There is no customer with the e-mail address ""nobody@example.com""."',
      '3,,,,"""anna"" is not an e-mail address."',
      '4,,cus_none,remove,"There is no customer with the id ""cus_none""."',
    ])
  })

  it("are not found under another group", async () => {
    const found = { ...(await checked(await aGroup(), file)), group_id: (await aGroup()).id }
    for (const part of ["", "/problems", "/report.csv"])
      expect((await api("GET", pathOf(found) + part)).status).toBe(404)
    expect((await api("POST", `${pathOf(found)}/apply`, { skip_problems: true })).status).toBe(404)
  })
})

describe("POST /admin/customer-groups/:id/imports/:import_id/apply", () => {
  it("does what the file says, once, as an operation that can be undone", async () => {
    const customer = await aCustomer()
    const group = await aGroup()
    const found = await checked(group, `email\n${customer.email}`)
    const { status, data } = await api("POST", `${pathOf(found)}/apply`, {})
    expect(status).toBe(200)
    expect(data.operation).toMatchObject({ type: "import", joined: 1, actor_id: admin.user, can_undo: true })
    expect(await membersInTable(group)).toEqual([customer.id])
    const again = await api("POST", `${pathOf(found)}/apply`, {})
    expect(again).toMatchObject({ status: 400, data: { message: "The import is applied already." } })
    await api("POST", `/admin/customer-groups/operations/${data.operation.id}/undo`, {})
    expect(await membersInTable(group)).toEqual([])
  })

  it("leaves rows with problems out only if it is told to", async () => {
    const customer = await aCustomer()
    const group = await aGroup()
    const found = await checked(group, `email\n${customer.email}\nnobody@example.com`)
    expect((await api("POST", `${pathOf(found)}/apply`, {})).status).toBe(400)
    expect(await membersInTable(group)).toEqual([])
    expect((await api("POST", `${pathOf(found)}/apply`, { skip_problems: true })).status).toBe(200)
    expect(await membersInTable(group)).toEqual([customer.id])
  })

  it("makes customers who are unknown", async () => {
    const group = await aGroup()
    const found = await checked(group, "email\nnew@example.com", "?unknown=create_guests")
    expect((await api("POST", `${pathOf(found)}/apply`, {})).status).toBe(200)
    const { rows } = await db.query("select id from customer where email = 'new@example.com' and not has_account")
    expect(await membersInTable(group)).toEqual(rows.map(({ id }) => id))
  })

  it.each([
    [{ skip_problems: "yes" }, "skip_problems"],
    [{ force: true }, "force"],
  ])("refuses %j and names the field", async (body, field) => {
    const { status, data } = await api("POST", "/admin/customer-groups/cusgroup_1/imports/cgimp_1/apply", body)
    expect(status).toBe(400)
    expect(data.message).toContain(field)
  })
})
