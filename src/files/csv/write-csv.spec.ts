import { text } from "node:stream/consumers"
import { setImmediate } from "node:timers/promises"
import { writeCsv } from "./write-csv"

type Row = { value?: string | number | boolean | Date | null }

const columns = [{ name: "value", value: (row: Row) => row.value }]

async function* rowsOf(...rows: Row[]) {
  yield* rows
}

const written = (value: Row["value"]) =>
  text(writeCsv(rowsOf({ value }), [...columns, { name: "end", value: () => "." }])).then((csv) =>
    csv.replace("value,end\r\n", "").replace(/,\.\r\n$/, ""),
  )

it.each([
  ["=1+1", "'=1+1"],
  ["+49 30", "'+49 30"],
  ["-1", "'-1"],
  ["@sum", "'@sum"],
  ["\tx", "'\tx"],
  ["\rx", `"'\rx"`],
  ["'quoted'", "''quoted'"],
  ["a=b", "a=b"],
  ["a,b", '"a,b"'],
  ['a "b"', '"a ""b"""'],
  ["a\nb", '"a\nb"'],
])("writes the text %j as %j", async (value, csv) => {
  expect(await written(value)).toBe(csv)
})

it.each([
  [-1.5, "-1.5"],
  [true, "true"],
  [new Date(0), "1970-01-01T00:00:00.000Z"],
  [null, ""],
  [undefined, ""],
])("writes %p as it is", async (value, csv) => {
  expect(await written(value)).toBe(csv)
})

it("begins with the byte order mark that Excel needs", async () => {
  const [first] = await writeCsv(rowsOf(), columns).toArray()
  expect([...first.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
})

it("guards headings too", async () => {
  expect(await text(writeCsv(rowsOf(), [{ name: "=a", value: () => "" }]))).toBe("'=a\r\n")
})

it("does not ask for rows that nobody reads", async () => {
  let asked = 0
  async function* endless() {
    for (;;) yield { value: `${asked++}`.padEnd(100) }
  }
  const stream = writeCsv(endless(), columns)
  stream.read(1)
  for (let turn = 0; turn < 10_000; turn++) await setImmediate()
  stream.destroy()
  expect(asked).toBeLessThan(2_000)
})

it("passes on what goes wrong with the rows", async () => {
  async function* failing(): AsyncGenerator<Row> {
    throw new Error("connection lost")
  }
  await expect(text(writeCsv(failing(), columns))).rejects.toThrow("connection lost")
})
