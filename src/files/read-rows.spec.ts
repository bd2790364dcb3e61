import { buffer } from "node:stream/consumers"
import { encode } from "iconv-lite"
import { writeCsv } from "./csv/write-csv"
import type { FileLimits } from "./limits"
import { readRows } from "./read-rows"

type Source = string | Uint8Array

async function* chunksOf(source: Source, size: number) {
  const bytes = Buffer.from(source)
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

const read = async (source: Source, limits: Partial<FileLimits> = {}, size = 65_536) => {
  const found = { rows: [] as object[], problems: [] as object[] }
  for await (const { rows, problems } of readRows(chunksOf(source, size), limits)) {
    found.rows.push(...rows)
    found.problems.push(...problems)
  }
  return found
}

describe.each([
  ["utf-8", (text: string) => encode(text, "utf-8")],
  ["utf-8 with a mark", (text: string) => encode(text, "utf-8", { addBOM: true })],
  ["utf-16le", (text: string) => encode(text, "utf-16le", { addBOM: true })],
  ["utf-16be", (text: string) => encode(text, "utf-16be", { addBOM: true })],
  ["windows-1252", (text: string) => encode(text, "windows-1252")],
])("in %s", (_encoding, bytesOf) => {
  describe.each([[","], [";"], ["\t"]])("with %j between columns", (delimiter) => {
    it.each([[1], [3], [65_536]])("reads a file in chunks of %i bytes", async (size) => {
      const csv = `email,reason,until\r\nanna@example.com,"“Größe”\r\n5 €",2030-01-02\r\nbo@example.com,,\r\n`
      const { rows, problems } = await read(bytesOf(csv.replaceAll(",", delimiter)), {}, size)
      expect(problems).toEqual([])
      expect(rows).toEqual([
        {
          line: 2,
          email: "anna@example.com",
          action: "add",
          reason: "“Größe”\r\n5 €",
          until: new Date("2030-01-02T00:00:00Z"),
        },
        { line: 4, email: "bo@example.com", action: "add" },
      ])
    })
  })
})

it("reads characters of four bytes over the borders of chunks", async () => {
  expect((await read("id,reason\n1,🙂🙂\n", {}, 1)).rows).toEqual([{ line: 2, id: "1", action: "add", reason: "🙂🙂" }])
})

it.each(["email", "E-Mail", " e mail ", "MAIL", "Customer E-Mail", "E-Mail-Adresse"])(
  "finds e-mail addresses under %j",
  async (heading) => {
    expect((await read(`other,${heading}\nx,a@example.com`)).rows).toMatchObject([{ email: "a@example.com" }])
  },
)

it.each(["id", "customer_id", "Customer ID", "Kundennummer"])("finds ids under %j", async (heading) => {
  expect((await read(`${heading},other\ncus_1,x`)).rows).toMatchObject([{ id: "cus_1" }])
})

it.each(["add", "Remove", "exclude"])("takes the action %s", async (action) => {
  expect((await read(`id,Aktion\n1,${action}`)).rows).toMatchObject([{ action: action.toLowerCase() }])
})

it.each([
  ["2030-12-31", "2030-12-31T00:00:00.000Z"],
  ["2030-12-31T10:00:00", "2030-12-31T10:00:00.000Z"],
  ["2030-12-31T10:00:00Z", "2030-12-31T10:00:00.000Z"],
  ["2030-12-31T10:00:00+02:00", "2030-12-31T08:00:00.000Z"],
])("takes %s for %s", async (until, moment) => {
  expect((await read(`id,gültig bis\n1,${until}`)).rows).toMatchObject([{ until: new Date(moment) }])
})

it("takes whatever a shop has for the e-mail address of somebody with an id", async () => {
  expect((await read("email,id\n@here,1")).rows).toMatchObject([{ email: "@here", id: "1" }])
})

it.each([
  [",,,,", "There is neither an e-mail address nor an id.", "no_email_or_id", {}],
  ["anna,,,,", '"anna" is not an e-mail address.', "not_an_email", { email: "anna" }],
  [
    ",1,delete,,",
    '"delete" is not an action; there are add, remove, exclude.',
    "unknown_action",
    { action: "delete", actions: "add, remove, exclude" },
  ],
  [",1,,,31.12.2030", '"31.12.2030" is not a date like 2030-12-31.', "not_a_date", { until: "31.12.2030" }],
  [",1,,,2030-02-31", '"2030-02-31" is not a date like 2030-12-31.', "not_a_date", { until: "2030-02-31" }],
  [`,${"x".repeat(256)},,,`, "The id is longer than 255 characters.", "too_long", { column: "id", most: 255 }],
  [`,1,,${"x".repeat(256)},`, "The reason is longer than 255 characters.", "too_long", { column: "reason", most: 255 }],
])("says of the row %s: %s", async (row, problem, code, values) => {
  const found = await read(`email,id,action,reason,until\n${row}\n,2,,,\n`)
  expect(found).toMatchObject({ problems: [{ line: 2, problem, code, values }], rows: [{ line: 3, id: "2" }] })
})

it("shortens what it names of a row, and halves no character", async () => {
  const { problems } = await read(`email\n${"x".repeat(59)}🙂🙂`)
  expect(problems).toMatchObject([{ values: { email: `${"x".repeat(59)}…` } }])
})

it.each<[string, Source, string, Partial<FileLimits>]>([
  ["nothing in it", "", "empty", {}],
  ["empty lines only", "\n\r\n ", "empty", {}],
  ["a mark only", "\uFEFF", "empty", {}],
  ["a header only", "email,action", "empty", {}],
  ["a header and empty lines only", "email\n\n", "empty", {}],
  ["other columns only", "name,phone\nAnna,1", "no_key_column", {}],
  ["an Excel workbook", Buffer.from("PK\x03\x04…"), "not_text", {}],
  ["gzip", Buffer.from([0x1f, 0x8b, 8, 0]), "not_text", {}],
  ["a PDF", "%PDF-1.7", "not_text", {}],
  ["UTF-16 without a mark", encode("id\n1", "utf-16le", { addBOM: false }), "not_text", {}],
  ["UTF-8 that breaks", Buffer.concat([Buffer.from("id\nä\n"), Buffer.from([0xff])]), "broken_text", {}],
  ["a quote that is not closed", 'id,reason\n1,"x\n2,y\n', "unclosed_quote", {}],
  ["too many bytes", "id\n1\n2\n", "too_many_bytes", { bytes: 6 }],
  ["too many rows", "id\n1\n2\n", "too_many_rows", { rows: 1 }],
  ["too many columns", "id,a,b\n1\n", "too_many_columns", { columns: 2 }],
  ["a row too long", `id,reason\n1,"${"x".repeat(2_000)}`, "row_too_long", { rowBytes: 1_000 }],
  ["a header too long", `"${"x".repeat(2_000)}`, "row_too_long", { rowBytes: 1_000 }],
])("refuses a file with %s", async (_what, source, reason, limits) => {
  await expect(read(source, limits)).rejects.toMatchObject({ name: "FileRefused", reason })
})

it("names the columns found when none of them says who", async () => {
  await expect(read("name,phone\nAnna,1")).rejects.toThrow(
    'The first row needs a column "email" or "id". It has: "name", "phone".',
  )
})

it("refuses a row that never ends before the file does", async () => {
  let chunks = 0
  async function* endless() {
    yield Buffer.from('id\n1,"')
    for (;;) {
      chunks++
      yield Buffer.alloc(65_536, "x")
    }
  }
  await expect(readRows(endless()).next()).rejects.toMatchObject({ reason: "row_too_long" })
  expect(chunks).toBeLessThan(40)
})

it("reads back what was written", async () => {
  const pieces = ["=", "+", "-", "@", "'", '"', ",", ";", "\n", "\r\n", "\r", "🙂", "é", "x", " y"]
  const texts = pieces.flatMap((first) =>
    pieces.flatMap((second) => pieces.map((third) => `${first}${second}${third}.`)),
  )
  async function* rows() {
    yield* texts
  }
  const csv = await buffer(
    writeCsv(rows(), [
      { name: "id", value: () => "1" },
      { name: "reason", value: (text: string) => text },
    ]),
  )
  const found = await read(csv)
  expect(found.problems).toEqual([])
  expect(found.rows.map((row) => (row as { reason: string }).reason)).toEqual(texts.map((text) => text.trim()))
})
