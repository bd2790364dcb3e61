import { sizeInWords } from "./size"

/** Why a whole file is refused. */
export type RefusalReason =
  | "empty"
  | "not_text"
  | "broken_text"
  | "no_key_column"
  | "unclosed_quote"
  | "too_many_bytes"
  | "too_many_columns"
  | "too_many_rows"
  | "row_too_long"

/** A file that nothing can be read of, or nothing more: what is wrong, in a sentence and as a reason to test for. */
export class FileRefused extends Error {
  constructor(
    readonly reason: RefusalReason,
    message: string,
  ) {
    super(message)
    this.name = "FileRefused"
  }
}

export const tooManyBytes = (bytes: number) =>
  new FileRefused("too_many_bytes", `The file is larger than ${sizeInWords(bytes)}.`)

export const rowTooLong = (bytes: number) =>
  new FileRefused("row_too_long", `A row is longer than ${sizeInWords(bytes)}. Perhaps a quotation mark is not closed.`)
