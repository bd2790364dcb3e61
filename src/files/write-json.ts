import type { Readable } from "node:stream"
import { inBatches } from "./batches"
import type { FileColumn } from "./columns"
import { ROWS_A_PIECE, streamOf } from "./pieces"

/**
 * Writes rows as a JSON array, one object a line. Texts stay as they are, dates are ISO 8601 in UTC, nothing is `null`.
 *
 * @param rows are asked for only as fast as the stream is read
 */
export const writeJson = <Row>(rows: AsyncIterable<Row>, columns: FileColumn<Row>[]): Readable =>
  streamOf(pieces(rows, columns))

async function* pieces<Row>(rows: AsyncIterable<Row>, columns: FileColumn<Row>[]) {
  let before = "[\n"
  for await (const batch of inBatches(rows, ROWS_A_PIECE)) {
    yield before + batch.map((row) => line(row, columns)).join(",\n")
    before = ",\n"
  }
  yield before === "[\n" ? "[]\n" : "\n]\n"
}

const line = <Row>(row: Row, columns: FileColumn<Row>[]): string =>
  JSON.stringify(Object.fromEntries(columns.map(({ name, value }) => [name, value(row) ?? null])))
