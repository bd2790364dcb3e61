import { pipeline, Readable } from "node:stream"
import { CsvError, parse } from "csv-parse"
import type { FileLimits } from "../limits"
import { FileRefused, rowTooLong } from "../refused"
import { withDelimiter } from "./delimiter"

/** The cells of a row, and the line of the file on which it begins, from 1. */
export interface CsvRow {
  cells: string[]
  line: number
}

/**
 * Rows of CSV with the delimiter found out; empty lines are left out.
 *
 * @throws FileRefused the text is no CSV, or has more than the limits allow
 */
export async function* parseCsv(source: AsyncGenerator<string>, limits: FileLimits): AsyncGenerator<CsvRow> {
  const { delimiter, text } = await withDelimiter(source, limits)
  const parser = parse({
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    max_record_size: limits.rowBytes,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    info: true,
  })
  // What goes wrong comes out of the parser, which is read below.
  pipeline(Readable.from(text), parser, () => {})

  // The library counts a quoted CR LF as two lines.
  let counted = 0

  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (record.length > limits.columns) {
        throw new FileRefused("too_many_columns", `A row has ${record.length} columns; ${limits.columns} are allowed.`)
      }
      const breaks = quotedBreaks(record)
      yield { cells: record, line: info.lines - counted - breaks.characters }
      counted += breaks.characters - breaks.lines
    }
  } catch (error) {
    throw refusalOf(error, limits) ?? error
  }
}

const quotedBreaks = (cells: string[]) => {
  const breaks = { characters: 0, lines: 0 }
  for (const cell of cells) {
    for (const [found] of cell.matchAll(/\r\n|\n|\r/g)) {
      breaks.characters += found.length
      breaks.lines++
    }
  }
  return breaks
}

const refusalOf = (error: unknown, { rowBytes }: FileLimits): FileRefused | undefined => {
  if (!(error instanceof CsvError)) return undefined
  if (error.code === "CSV_MAX_RECORD_SIZE") return rowTooLong(rowBytes)
  if (error.code === "CSV_QUOTE_NOT_CLOSED") {
    return new FileRefused("unclosed_quote", "A quotation mark is opened and never closed.")
  }
  return undefined
}
