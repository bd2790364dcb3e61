import { PassThrough, Writable } from "node:stream"
import { buffer } from "node:stream/consumers"
import { pipeline } from "node:stream/promises"
import { unzip } from "../../../integration-tests/helpers/unzip"
import type { FileValue } from "../columns"
import { lettersOf } from "./cells"
import { writeXlsx } from "./write-xlsx"

interface Row {
  value?: FileValue
}

const columns = [{ name: "value", value: (row: Row) => row.value }]

async function* rowsOf(...values: FileValue[]): AsyncGenerator<Row> {
  for (const value of values) yield { value }
}

const filesOf = async (values: FileValue[], rowsASheet?: number) =>
  unzip(await buffer(writeXlsx(rowsOf(...values), columns, rowsASheet)))
const sheetOf = async (...values: FileValue[]) => (await filesOf(values))["xl/worksheets/sheet1.xml"]!

/** The texts of a sheet as a reader has them. */
const textsOf = (sheet: string) =>
  [...sheet.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(([, text]) =>
    text!
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&amp;/g, "&")
      .replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
  )

const nasty = [
  "=1+1",
  "+41 44",
  "-1",
  "@sum",
  "'quoted",
  'say "yes"',
  "two\nlines",
  "two\r\nlines",
  "\ttab",
  "\x00\x0b\x1f",
  "🎁 für dich",
  " spaces ",
  "<b>&amp;</b>",
  "_x000D_",
  "]]>",
]

it("holds every text as it was, and none as a formula", async () => {
  const sheet = await sheetOf(...nasty)
  expect(textsOf(sheet)).toEqual(["value", ...nasty])
  expect(sheet).not.toContain("<f")
})

it("holds numbers, dates and truth as such, and nothing where there is nothing", async () => {
  const sheet = await sheetOf(-5, new Date("2030-01-01T12:00:00Z"), true, null, "")
  expect(sheet).toContain(
    '<row r="2"><c r="A2"><v>-5</v></c></row><row r="3"><c r="A3" s="1"><v>47484.5</v></c></row>' +
      '<row r="4"><c r="A4" t="b"><v>1</v></c></row><row r="5"></row><row r="6"></row>',
  )
})

it("has its headings where there are no rows", async () => {
  expect(textsOf(await sheetOf())).toEqual(["value"])
})

it("lists all its parts, and each is there", async () => {
  const files = await filesOf(["a"])
  const listed = [...files["[Content_Types].xml"]!.matchAll(/PartName="\/([^"]+)"/g)].map(([, path]) => path!)
  expect(Object.keys(files).sort()).toEqual(
    [...listed, "[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"].sort(),
  )
})

it("goes on in a further sheet, with the headings again, when one is full", async () => {
  const files = await filesOf(["a", "b", "c"], 3)
  expect(textsOf(files["xl/worksheets/sheet1.xml"]!)).toEqual(["value", "a", "b"])
  expect(textsOf(files["xl/worksheets/sheet2.xml"]!)).toEqual(["value", "c"])
  expect(files["xl/workbook.xml"]).toContain('<sheet name="Sheet2" sheetId="2" r:id="rId2"/>')
})

it("begins no further sheet when the last row has just had its place", async () => {
  expect(Object.keys(await filesOf(["a", "b"], 3))).not.toContain("xl/worksheets/sheet2.xml")
})

it("cuts a text that Excel has no room for", async () => {
  expect(textsOf(await sheetOf("a".repeat(40_000)))[1]).toHaveLength(32_767)
})

it.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [701, "ZZ"],
  [702, "AAA"],
])("calls column %i %s", (column, letters) => {
  expect(lettersOf(column)).toBe(letters)
})

describe("as a stream", () => {
  it("asks for no more rows while nobody takes the file, and lets them go with it", async () => {
    let asked = 0
    let isEnded = false
    async function* rows(): AsyncGenerator<Row> {
      try {
        // Texts that do not compress, so that the archive grows as its rows do.
        for (; asked < 200_000; asked++) yield { value: `${Math.random()}${Math.random()}` }
      } finally {
        isEnded = true
      }
    }
    let isBlocked!: () => void
    const blocked = new Promise<void>((resolve) => (isBlocked = resolve))
    const stuck = new Writable({ highWaterMark: 1, write: () => isBlocked() })
    const writing = pipeline(writeXlsx(rows(), columns), stuck)
    await blocked
    // What is under way comes to rest: nothing more is asked for from one turn to the next.
    for (let before = -1; before !== asked;) {
      before = asked
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    expect(asked).toBeLessThan(50_000)

    stuck.destroy(new Error("Nobody wants the file."))
    await expect(writing).rejects.toThrow("Nobody wants the file.")
    await new Promise((resolve) => setImmediate(resolve))
    expect(isEnded).toBe(true)
  })

  it("fails where its rows fail", async () => {
    async function* broken(): AsyncGenerator<Row> {
      yield { value: "a" }
      throw new Error("The database is gone.")
    }
    await expect(pipeline(writeXlsx(broken(), columns), new PassThrough().resume())).rejects.toThrow(
      "The database is gone.",
    )
  })
})
