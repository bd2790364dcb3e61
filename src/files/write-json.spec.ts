import { text } from "node:stream/consumers"
import { writeJson } from "./write-json"

type Row = { value?: string | number | Date }

const columns = [{ name: "value", value: (row: Row) => row.value }]

async function* rowsOf(...rows: Row[]) {
  yield* rows
}

it("writes texts, numbers and dates as JSON has them", async () => {
  const json = await text(writeJson(rowsOf({ value: '=1+"2"\n🙂' }, { value: 3 }, { value: new Date(0) }), columns))
  expect(JSON.parse(json)).toEqual([{ value: '=1+"2"\n🙂' }, { value: 3 }, { value: "1970-01-01T00:00:00.000Z" }])
})

it("writes null where there is nothing", async () => {
  expect(JSON.parse(await text(writeJson(rowsOf({}), columns)))).toEqual([{ value: null }])
})

it("writes an empty array of no rows", async () => {
  expect(await text(writeJson(rowsOf(), columns))).toBe("[]\n")
})

it("joins the pieces that it writes to one array", async () => {
  const rows = Array.from({ length: 1_201 }, (_, value) => ({ value }))
  expect(JSON.parse(await text(writeJson(rowsOf(...rows), columns)))).toEqual(rows)
})
