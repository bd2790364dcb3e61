import { once } from "node:events"
import { type ClientRequest, type IncomingMessage, request } from "node:http"
import { text } from "node:stream/consumers"
import { setImmediate as nextRound } from "node:timers/promises"
import { admin, authorization } from "./http"
import type { Group } from "./shop"

/** What stands before and behind the one file of a form. */
const HEAD = Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="customers.csv"\r\n\r\n')
const TAIL = Buffer.from("\r\n--x--\r\n")

/** A form whose file consists of these pieces. */
export function* formOf(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  yield HEAD
  yield* pieces
  yield TAIL
}

/** The same bytes over and over, until they are so many; in pieces, so that nobody has all of them at once. */
export function* repeated(piece: Uint8Array | string, bytes: number): Generator<Uint8Array> {
  const content = Buffer.from(piece)
  const large = Buffer.concat(Array<Buffer>(Math.ceil(65_536 / content.length)).fill(content))
  for (let sent = 0; sent < bytes; sent += large.length) yield large
}

/** The length of a form whose file has so many bytes. */
export const lengthOfForm = (bytes: number): number => HEAD.length + bytes + TAIL.length

/** Begins to send a form to a group's import. */
export const beginUpload = ({ id }: Group, headers: Record<string, string | number> = {}): ClientRequest =>
  request(`${process.env.TEST_URL}/admin/customer-groups/${id}/import`, {
    method: "POST",
    headers: { ...authorization(admin), "content-type": "multipart/form-data; boundary=x", ...headers },
  })

/** How a store has answered, and how many bytes had been sent until then. */
export interface UploadAnswer {
  status: number
  message: string
  sent: number
}

/** Sends a body as fast as the store takes it, and no more of it once the store has answered. */
export const upload = async (
  group: Group,
  body: Iterable<Uint8Array>,
  headers: Record<string, string | number> = {},
): Promise<UploadAnswer> => {
  const sending = beginUpload(group, headers)
  const over = new AbortController()
  const answered = (once(sending, "response") as Promise<[IncomingMessage]>).finally(() => over.abort())
  let sent = 0
  for (const piece of body) {
    if (over.signal.aborted) break
    sent += piece.length
    if (!sending.write(piece)) await Promise.race([once(sending, "drain"), answered])
    // What the system takes at once drains at once: without a round of its own an answer would not be seen meanwhile.
    await nextRound()
  }
  if (!over.signal.aborted) sending.end()
  const [response] = await answered
  const { message = "" } = JSON.parse(await text(response)) as { message?: string }
  sending.on("error", () => undefined).destroy()
  return { status: response.statusCode!, message, sent }
}
