import { parseCsv } from "./csv/parse-csv"
import { decode } from "./decode"
import { defaultLimits, type FileLimits, withinBytes } from "./limits"
import { FileRefused } from "./refused"
import { columnsOf, type RowColumns } from "./rows/header"
import type { RowProblem } from "./rows/problems"
import { type MemberRow, rowOf } from "./rows/row"

/** Rows of a file that follow each other, those that are good and those that are not. */
export interface RowBatch {
  rows: MemberRow[]
  problems: RowProblem[]
}

const ROWS_A_BATCH = 1_000

/**
 * Reads a CSV file of customers, as it comes, in batches of at most 1,000 rows. Encoding and delimiter are found out,
 * columns are known by the header. A row that is wrong is a problem and the rest is read.
 *
 * @example
 * for await (const { rows, problems } of readRows(stream)) await stage(rows, problems)
 *
 * @param source bytes, e.g. a Readable of a file; it is destroyed when reading ends early
 * @throws FileRefused nothing, or nothing more, of the file can be read
 */
export async function* readRows(
  source: AsyncIterable<Uint8Array>,
  limits: Partial<FileLimits> = {},
): AsyncGenerator<RowBatch> {
  const allowed = { ...defaultLimits, ...limits }
  let columns: RowColumns | undefined
  let batch: RowBatch = { rows: [], problems: [] }
  let count = 0

  for await (const { cells, line } of parseCsv(decode(withinBytes(source, allowed.bytes)), allowed)) {
    if (!columns) {
      columns = columnsOf(cells)
      continue
    }
    if (++count > allowed.rows) throw new FileRefused("too_many_rows", `The file has more than ${allowed.rows} rows.`)
    const row = rowOf(cells, columns, line)
    if ("problem" in row) batch.problems.push(row)
    else batch.rows.push(row)
    if (count % ROWS_A_BATCH > 0) continue
    yield batch
    batch = { rows: [], problems: [] }
  }
  if (count === 0) throw new FileRefused("empty", "The file has a header and no rows below it.")
  if (batch.rows.length + batch.problems.length > 0) yield batch
}
