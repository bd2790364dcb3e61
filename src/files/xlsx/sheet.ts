import type { FileColumn } from "../columns"
import { ROWS_A_PIECE } from "../pieces"
import { cellOf, lettersOf } from "./cells"

/** Excel's own bound, with the headings. */
export const ROWS_A_SHEET = 1_048_576

/** Room for a date: in a narrower column Excel shows `####`. */
const COLUMN_WIDTH = 20

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

/**
 * The XML of one sheet, some rows a piece, each beginning with its headings. It ends with the rows or when it is full.
 *
 * @param rows of which the next one is read when it is needed; who has them goes on with the next sheet
 */
export async function* sheetOf<Row>(
  rows: Rows<Row>,
  columns: FileColumn<Row>[],
  rowsASheet: number,
): AsyncGenerator<string> {
  const letters = columns.map((_, place) => lettersOf(place))
  const rowOf = (number: number, valueOf: (column: FileColumn<Row>) => ReturnType<FileColumn<Row>["value"]>) =>
    `<row r="${number}">${columns.map((column, at) => cellOf(valueOf(column), `${letters[at]}${number}`)).join("")}</row>`

  let piece =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="${MAIN}">` +
    `<cols><col min="1" max="${columns.length}" width="${COLUMN_WIDTH}" customWidth="1"/></cols><sheetData>` +
    rowOf(1, ({ name }) => name)
  for (let number = 2; number <= rowsASheet && (await rows.hasNext()); number += 1) {
    const row = rows.take()
    piece += rowOf(number, ({ value }) => value(row))
    if (number % ROWS_A_PIECE > 0) continue
    yield piece
    piece = ""
  }
  yield `${piece}</sheetData></worksheet>`
}

/** Rows of which one can be looked at before it is taken: a sheet is begun only for rows that are there. */
export class Rows<Row> {
  private next?: IteratorResult<Row>
  private readonly iterator: AsyncIterator<Row>

  constructor(rows: AsyncIterable<Row>) {
    this.iterator = rows[Symbol.asyncIterator]()
  }

  async hasNext(): Promise<boolean> {
    this.next ??= await this.iterator.next()
    return !this.next.done
  }

  /** The row that `hasNext` has found. */
  take(): Row {
    const row = this.next?.value as Row
    this.next = undefined
    return row
  }

  /** Nobody reads on. */
  async end(): Promise<void> {
    await this.iterator.return?.()
  }
}
