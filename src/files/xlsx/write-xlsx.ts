import type { Readable } from "node:stream"
import { finished } from "node:stream/promises"
import { ZipFile } from "yazl"
import type { FileColumn } from "../columns"
import { streamOf } from "../pieces"
import { Rows, ROWS_A_SHEET, sheetOf } from "./sheet"
import { pathOfSheet, workbookParts } from "./workbook"

/** XML of rows is so repetitive that more costs time and saves little. */
const COMPRESSION = 1

/**
 * Writes rows as an Excel workbook; what one sheet has no room for stands in the next. Texts stay texts, whatever they
 * begin with, dates are in UTC. By hand over a ZIP library, since libraries for Excel keep all rows in memory or in files
 * of their own.
 *
 * @param rows are asked for only as fast as the stream is read
 * @param rowsASheet with the headings; Excel's own bound, unless a test sets fewer
 */
export const writeXlsx = <Row>(
  rows: AsyncIterable<Row>,
  columns: FileColumn<Row>[],
  rowsASheet = ROWS_A_SHEET,
): Readable => {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  const reader = new Rows(rows)
  const fail = (error: Error) => output.destroy(error)
  output.once("close", () => void reader.end().catch(fail))
  void addParts(zip, reader, columns, rowsASheet).catch(fail)
  return output
}

const addParts = async <Row>(zip: ZipFile, rows: Rows<Row>, columns: FileColumn<Row>[], rowsASheet: number) => {
  let count = 0
  do {
    count += 1
    const sheet = streamOf(sheetOf(rows, columns, rowsASheet))
    const end = () => void sheet.destroy()
    zip.outputStream.once("close", end)
    zip.addReadStream(sheet, pathOfSheet(count), { compressionLevel: COMPRESSION })
    // The archive does not hand on what fails in the middle of a part.
    await finished(sheet)
    zip.outputStream.off("close", end)
  } while (await rows.hasNext())
  for (const [path, text] of Object.entries(workbookParts(count))) zip.addBuffer(Buffer.from(text), path)
  zip.end()
}
