const MEGABYTE = 1024 * 1024

/** A number of bytes for a sentence. */
export const sizeInWords = (bytes: number): string =>
  bytes % MEGABYTE === 0 ? `${bytes / MEGABYTE} MB` : `${bytes} bytes`
