import { type Decoder, decoderOf, encodingOfCharacter, encodingOfMark, LONGEST_CHARACTER } from "./encoding"
import { FileRefused } from "./refused"
import { kindOfBinary, LONGEST_SIGNATURE } from "./signatures"

/**
 * Bytes of a file as text: UTF-8, UTF-16 with a byte order mark, or Windows-1252. UTF-8 and Windows-1252 have ASCII in
 * common, so the first character beyond it decides, and nothing has to be read twice.
 */
export async function* decode(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: Decoder | undefined
  let held: Uint8Array = new Uint8Array()
  let isBegun = false

  for await (const chunk of chunks) {
    if (decoder) {
      yield checked(() => decoder!.write(chunk))
      continue
    }
    let bytes: Uint8Array = held.length > 0 ? Buffer.concat([held, chunk]) : chunk
    if (!isBegun) {
      held = bytes
      if (bytes.length < LONGEST_SIGNATURE) continue
      refuseBinary(bytes)
      isBegun = true
      decoder = marked(bytes)
    }
    if (!decoder) {
      const ascii = asciiLength(bytes)
      if (ascii > 0) yield checked(() => Buffer.from(bytes.subarray(0, ascii)).toString("latin1"))
      bytes = held = bytes.subarray(ascii)
      if (bytes.length < LONGEST_CHARACTER) continue
      decoder = decoderOf(encodingOfCharacter(bytes))
    }
    held = new Uint8Array()
    yield checked(() => decoder!.write(bytes))
  }

  if (!decoder && held.length > 0) {
    refuseBinary(held)
    decoder = marked(held) ?? lastDecoder(held)
    yield checked(() => decoder!.write(held))
  }
  if (decoder) yield checked(() => decoder!.end())
}

const marked = (bytes: Uint8Array): Decoder | undefined => {
  const encoding = encodingOfMark(bytes)
  return encoding && decoderOf(encoding)
}

const lastDecoder = (bytes: Uint8Array): Decoder => {
  const ascii = asciiLength(bytes)
  return decoderOf(ascii === bytes.length ? "utf-8" : encodingOfCharacter(bytes.subarray(ascii)))
}

const asciiLength = (bytes: Uint8Array): number => {
  const first = bytes.findIndex((byte) => byte > 0x7f)
  return first === -1 ? bytes.length : first
}

const refuseBinary = (bytes: Uint8Array) => {
  const kind = kindOfBinary(bytes)
  if (kind) throw new FileRefused("not_text", `The file is ${kind}, not CSV. Save it as CSV first.`)
}

const checked = (read: () => string): string => {
  let text: string
  try {
    text = read()
  } catch {
    throw new FileRefused("broken_text", "The file holds bytes that are no text. Save it again as CSV in UTF-8.")
  }
  if (text.includes("\0")) throw new FileRefused("not_text", "The file is not text: it holds NUL bytes.")
  return text
}
