import { readRows } from "../../src/files"
import { Readable } from "node:stream"
import { eventually } from "../helpers/eventually"
import { api, db, fetchBytes, fetchFile } from "../helpers/http"
import { aCustomer, add, aGroup, type Group, manyCustomers, membersInTable } from "../helpers/shop"
import { unzip } from "../helpers/unzip"

/** Members as a file of Medusa's file module, told of by the bell. */

interface File {
  filename: string
  url: string
  mimeType: string
}

const exported = async (group: Group, body: object = {}): Promise<{ file: File; description: string }> => {
  const { status } = await api("POST", `/admin/customer-groups/${group.id}/export`, body)
  expect(status).toBe(202)
  return eventually(async () => {
    const { data } = await api("GET", "/admin/notifications?channel=feed&limit=50&order=-created_at")
    const told = data.notifications.find(
      ({ data: said }: { data: { file?: File; description: string } }) =>
        said.file && said.description.includes(group.name),
    )
    expect(told).toBeDefined()
    return told.data
  })
}

describe("POST /admin/customer-groups/:id/export", () => {
  it("writes every member into a CSV file that nobody can guess, and tells where it is", async () => {
    const ids = await manyCustomers(3)
    const group = await aGroup(`Export ${Date.now()}`)
    await add(
      group,
      ids.map((id) => ({ id })),
    )
    const { file, description } = await exported(group)
    expect(file).toMatchObject({
      mimeType: "text/csv",
      filename: expect.stringMatching(/^customer-group-[0-9a-f]{32}\.csv$/),
    })
    expect(description).toContain("3 customers")
    const lines = (await fetchFile(file.url)).trim().split("\r\n")
    expect(lines[0]!.replace("\uFEFF", "")).toBe(
      "id,email,first_name,last_name,company_name,phone,has_account,source,joined_at,created_at",
    )
    expect(
      lines
        .slice(1)
        .map((line) => line.split(",")[0])
        .sort(),
    ).toEqual([...ids].sort())
  })

  it("writes the chosen columns as JSON", async () => {
    const customer = await aCustomer()
    const group = await aGroup(`Export ${Date.now()}`, [customer])
    const { file } = await exported(group, { format: "json", columns: ["source", "email"] })
    expect(JSON.parse(await fetchFile(file.url))).toEqual([{ email: customer.email, source: "manual" }])
  })

  it("writes a workbook for Excel, in which a name is no formula", async () => {
    const customer = await aCustomer({ first_name: "=1+1" })
    const group = await aGroup(`Export ${Date.now()}`, [customer])
    const { file } = await exported(group, { format: "xlsx", columns: ["email", "first_name"] })
    expect(file).toMatchObject({
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      filename: expect.stringMatching(/^customer-group-[0-9a-f]{32}\.xlsx$/),
    })
    const sheet = unzip(await fetchBytes(file.url))["xl/worksheets/sheet1.xml"]!
    expect([...sheet.matchAll(/<t [^>]*>([^<]*)</g)].map(([, text]) => text)).toEqual([
      "email",
      "first_name",
      customer.email,
      "=1+1",
    ])
    expect(sheet).not.toContain("<f")
  })

  it("changes nothing when it is read back", async () => {
    const ids = await manyCustomers(5)
    const group = await aGroup(
      `Export ${Date.now()}`,
      ids.map((id) => ({ id })),
    )
    const { file } = await exported(group)
    const read: string[] = []
    for await (const { rows, problems } of readRows(Readable.from([Buffer.from(await fetchFile(file.url))]))) {
      expect(problems).toEqual([])
      read.push(...rows.map(({ id }) => id!))
    }
    expect(read.sort()).toEqual(await membersInTable(group).then((members) => members.sort()))
  })

  it("remembers the file, to remove it after a day", async () => {
    const group = await aGroup(`Export ${Date.now()}`)
    await exported(group)
    const { rows } = await db.query(
      "select expires_at - now() > interval '23 hours' as is_kept from customer_group_file",
    )
    expect(rows).toContainEqual({ is_kept: true })
  })

  it.each([
    [{ format: "xls" }, "format"],
    [{ columns: [] }, "columns"],
    [{ columns: ["password"] }, "columns"],
    [{ filter: {} }, "filter"],
  ])("refuses %j and names the field", async (body, field) => {
    const { status, data } = await api("POST", `/admin/customer-groups/${(await aGroup()).id}/export`, body)
    expect(status).toBe(400)
    expect(data.message).toContain(field)
  })

  it("finds no group that is not there", async () => {
    expect((await api("POST", "/admin/customer-groups/cusgroup_none/export", {})).status).toBe(404)
  })
})
