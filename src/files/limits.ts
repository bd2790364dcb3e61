import { tooManyBytes } from "./refused"

/** What a file may have at most. */
export interface FileLimits {
  bytes: number
  rows: number
  columns: number
  rowBytes: number
}

export const defaultLimits: FileLimits = {
  bytes: 200 * 1024 * 1024,
  rows: 1_000_000,
  columns: 1_000,
  rowBytes: 1024 * 1024,
}

/** The same bytes, refused as soon as they are more than allowed. */
export async function* withinBytes(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > limit) throw tooManyBytes(limit)
    yield chunk
  }
}
