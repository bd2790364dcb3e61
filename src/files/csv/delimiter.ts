import type { FileLimits } from "../limits"
import { FileRefused, rowTooLong } from "../refused"

const DELIMITERS = [",", ";", "\t"]

/**
 * The delimiter of a file: of those that may be, the one that its first line with something in it has most often
 * outside of quotes. A file of one column has none: a comma then.
 */
export const delimiterOf = (line: string): string => {
  const unquoted = line.replace(/"[^"]*"/g, "")
  const counts = DELIMITERS.map((delimiter) => unquoted.split(delimiter).length - 1)
  return DELIMITERS[counts.indexOf(Math.max(...counts))]
}

/** Where the first line with something in it ends, or nothing if that is yet to come. Quoted line breaks end none. */
const endOfHeader = (text: string): number | undefined => {
  let isQuoted = false
  let isBlank = true
  for (let place = 0; place < text.length; place++) {
    const character = text[place]
    if (character === '"') isQuoted = !isQuoted
    const isBreak = character === "\n" || character === "\r"
    if (isBreak && !isQuoted && !isBlank) return place
    if (!isBreak) isBlank = false
  }
  return undefined
}

/** The delimiter, and the text again from its beginning. */
export const withDelimiter = async (
  text: AsyncGenerator<string>,
  { rowBytes }: FileLimits,
): Promise<{ delimiter: string; text: AsyncGenerator<string> }> => {
  let begun = ""
  let end: number | undefined
  while (end === undefined) {
    const { value, done } = await text.next()
    if (done) break
    begun += value
    end = endOfHeader(begun.slice(0, rowBytes))
    if (end === undefined && begun.length > rowBytes) throw rowTooLong(rowBytes)
  }
  if (begun.trim() === "") throw new FileRefused("empty", "The file is empty.")
  return { delimiter: delimiterOf(begun.slice(0, end)), text: after(begun, text) }
}

async function* after(begun: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield begun
  yield* rest
}
