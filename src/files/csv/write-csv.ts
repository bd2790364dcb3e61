import type { Readable } from "node:stream"
import { stringify } from "csv-stringify/sync"
import { inBatches } from "../batches"
import type { FileColumn, FileValue } from "../columns"
import { ROWS_A_PIECE, streamOf } from "../pieces"
import { guarded } from "./formulas"

/** Without it Excel reads UTF-8 as the code page of the computer. */
const BYTE_ORDER_MARK = "\uFEFF"

/**
 * Writes rows as CSV: UTF-8 with a byte order mark, commas, CR LF. Dates are ISO 8601 in UTC. Texts that a spreadsheet
 * would calculate begin with a `'`, which `readRows` takes off again.
 *
 * @param rows are asked for only as fast as the stream is read
 */
export const writeCsv = <Row>(rows: AsyncIterable<Row>, columns: FileColumn<Row>[]): Readable =>
  streamOf(pieces(rows, columns))

async function* pieces<Row>(rows: AsyncIterable<Row>, columns: FileColumn<Row>[]) {
  yield BYTE_ORDER_MARK + lines([columns.map(({ name }) => guarded(name))])
  for await (const batch of inBatches(rows, ROWS_A_PIECE)) {
    yield lines(batch.map((row) => columns.map(({ value }) => cell(value(row)))))
  }
}

const cell = (value: FileValue): string => {
  if (typeof value === "string") return guarded(value)
  if (value instanceof Date) return value.toISOString()
  return value === null || value === undefined ? "" : String(value)
}

// The library puts quotes around what holds the whole CR LF; a lone CR or LF ends a line for most readers too. Quoted
// empty texts, because a row of nothing else would be an empty line, which readers skip.
const lines = (cells: string[][]): string =>
  stringify(cells, { record_delimiter: "\r\n", quoted_match: /[\r\n]/, quoted_empty: cells[0]?.length === 1 })
