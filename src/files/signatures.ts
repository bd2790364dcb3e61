/** First bytes of kinds of file that people take for CSV. */
const signatures: [kind: string, bytes: number[]][] = [
  ["a ZIP archive or an Excel workbook", [0x50, 0x4b, 0x03, 0x04]],
  ["an old Excel workbook", [0xd0, 0xcf, 0x11, 0xe0]],
  ["compressed by gzip", [0x1f, 0x8b]],
  ["a PDF", [0x25, 0x50, 0x44, 0x46]],
  ["a PNG picture", [0x89, 0x50, 0x4e, 0x47]],
  ["a JPEG picture", [0xff, 0xd8, 0xff]],
]

export const LONGEST_SIGNATURE = 4

/** What a file is if it is no text, for a sentence; nothing if its first bytes may be text. */
export const kindOfBinary = (bytes: Uint8Array): string | undefined =>
  signatures.find(([, signature]) => signature.every((byte, place) => bytes[place] === byte))?.[0]
