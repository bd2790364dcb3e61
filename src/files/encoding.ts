import { isUtf8 } from "node:buffer"
import { getDecoder } from "iconv-lite"

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252"

/** The encoding that a byte order mark names. */
export const encodingOfMark = (bytes: Uint8Array): Encoding | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le"
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be"
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8"
  return undefined
}

/** Bytes of the longest character in UTF-8. */
export const LONGEST_CHARACTER = 4

/** The encoding that the first character beyond ASCII gives away: its bytes are good UTF-8, or they are not. */
export const encodingOfCharacter = (bytes: Uint8Array): Encoding => {
  const length = bytes[0] >= 0xf0 ? 4 : bytes[0] >= 0xe0 ? 3 : 2
  return bytes.length >= length && isUtf8(bytes.subarray(0, length)) ? "utf-8" : "windows-1252"
}

export interface Decoder {
  /** @throws TypeError bytes that the encoding does not have */
  write(bytes: Uint8Array): string
  end(): string
}

/** Turns bytes to text, whole characters only; what is left of one waits for the next bytes. */
export const decoderOf = (encoding: Encoding): Decoder => {
  if (encoding === "windows-1252") {
    // Not by TextDecoder: several versions of Node read Windows-1252 as Latin 1, without € and quotation marks.
    const decoder = getDecoder(encoding)
    return { write: (bytes) => decoder.write(Buffer.from(bytes)), end: () => decoder.end() ?? "" }
  }
  const decoder = new TextDecoder(encoding, { fatal: true })
  return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() }
}
