import type { IncomingMessage, ServerResponse } from "node:http"
import type { Readable } from "node:stream"
import busboy, { type Busboy } from "busboy"
import { MedusaError } from "@medusajs/framework/utils"
import { tooManyBytes } from "../../files/refused"

/** A file that is being sent. */
export interface UploadedFile {
  name: string
  /** Ends with the request: a second file, or a broken one, makes reading fail. */
  bytes: AsyncIterable<Uint8Array>
}

const NAMELESS = "file.csv"
const LONGEST_TEXT = 1_024
/** What a form may be larger than its file. */
const BYTES_AROUND = 64 * 1_024

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)

/**
 * Does work with the one file of a form (multipart/form-data) while it is being sent; nothing of it is kept here. What
 * `work` leaves unread is thrown away once the answer is sent: a client that is told that its file is bad stops sending it.
 *
 * @param field name of the field that holds the file
 * @param maxBytes of the file. A form that is larger is refused before it is read, if its length is known, and otherwise as
 * soon as so much of it is there: whatever it is, much before the file or behind it too
 * @throws INVALID_DATA the request is no form, is too large, or has anything but this one file
 */
export async function withUploadedFile<Result>(
  req: IncomingMessage,
  res: ServerResponse,
  { field, maxBytes }: { field: string; maxBytes: number },
  work: (file: UploadedFile) => Promise<Result>,
): Promise<Result> {
  const tooLarge = () => invalid(`${field}: ${tooManyBytes(maxBytes).message}`)
  if (Number(req.headers["content-length"]) > maxBytes + BYTES_AROUND) throw tooLarge()
  const parser = parserOf(req, field)
  let bytesLeft = maxBytes + BYTES_AROUND
  const onData = (chunk: Uint8Array) => {
    bytesLeft -= chunk.length
    if (bytesLeft < 0) parser.destroy(tooLarge())
  }
  const onClose = () => {
    if (!req.complete) parser.destroy(new Error("The client has left."))
  }
  req.once("close", onClose)
  req.on("data", onData)
  req.pipe(parser)
  try {
    return await work(await firstFile(parser, field))
  } finally {
    req.off("close", onClose)
    req.off("data", onData)
    // It is paused by that.
    req.unpipe(parser)
    // What ends with an error tells it again; it is known.
    parser.on("error", () => undefined).destroy()
    res.once("finish", () => req.resume())
  }
}

const parserOf = (req: IncomingMessage, field: string): Busboy => {
  if (!/^multipart\/form-data\b/i.test(req.headers["content-type"] ?? ""))
    throw invalid(`${field}: Send the file as multipart/form-data.`)
  try {
    return busboy({
      headers: req.headers,
      // Browsers write names of files in UTF-8.
      defParamCharset: "utf8",
      limits: { fieldSize: LONGEST_TEXT, fieldNameSize: LONGEST_TEXT },
    })
  } catch (error) {
    throw invalid(`${field}: ${(error as Error).message}`)
  }
}

/** Waits until the file begins, or the form ends without one. */
const firstFile = (parser: Busboy, field: string): Promise<UploadedFile> =>
  new Promise((resolve, reject) => {
    let isFound = false
    // From the beginning: the form may have ended before somebody reads the file.
    const end = new Promise<void>((done, fail) => parser.on("error", fail).on("close", done))
    end.catch(() => undefined)
    const refuse = (problem: string) => {
      const error = invalid(problem)
      reject(error)
      parser.destroy(error)
    }
    parser.on("file", (name, stream: Readable, { filename }) => {
      // It fails with the parser, whether somebody reads it or not.
      stream.on("error", () => undefined)
      if (name !== field) return refuse(`${name}: There is no such field; the file is sent as "${field}".`)
      if (isFound) return refuse(`${field}: Send one file, not several.`)
      isFound = true
      resolve({ name: filename || NAMELESS, bytes: untilEnd(stream, end, field) })
    })
    parser.on("field", (name) => refuse(`${name}: There is no such field; the form has "${field}" only.`))
    parser.on("error", (error) => reject(asInvalid(error, field)))
    parser.on("close", () => reject(invalid(`${field}: There is no file in the form.`)))
  })

/** The bytes of a file, and then the rest of the form. */
async function* untilEnd(stream: Readable, end: Promise<void>, field: string): AsyncGenerator<Uint8Array> {
  try {
    yield* stream
    await end
  } catch (error) {
    throw asInvalid(error, field)
  }
}

const asInvalid = (error: unknown, field: string): unknown =>
  error instanceof MedusaError ? error : invalid(`${field}: The form is broken: ${(error as Error).message}`)
