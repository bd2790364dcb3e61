import { Readable } from "node:stream"

/** Rows that become one piece of text: enough that a piece costs little, few enough that it is small. */
export const ROWS_A_PIECE = 500

/** Pieces of text as a stream of bytes (UTF-8) that asks for the next piece only when there is room for it. */
export const streamOf = (pieces: AsyncIterable<string>): Readable => Readable.from(pieces, { objectMode: false })
