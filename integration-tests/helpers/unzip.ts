import { inflateRawSync } from "node:zlib"

const END = 0x06054b50
const END_BYTES = 22

/** The files of a ZIP archive by their paths, read by its directory as every reader of XLSX does. */
export const unzip = (archive: Buffer): Record<string, string> => {
  const end = archive.length - END_BYTES
  if (archive.readUInt32LE(end) !== END) throw new Error("That is no whole ZIP archive.")
  const files: Record<string, string> = {}
  let entry = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((at) => archive.readUInt16LE(entry + at)) as [
      number,
      number,
      number,
    ]
    const isStored = archive.readUInt16LE(entry + 10) === 0
    const header = archive.readUInt32LE(entry + 42)
    const begin = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28)
    const bytes = archive.subarray(begin, begin + archive.readUInt32LE(entry + 20))
    const name = archive.toString("utf8", entry + 46, entry + 46 + nameBytes)
    files[name] = (isStored ? bytes : inflateRawSync(bytes)).toString()
    entry += 46 + nameBytes + extraBytes + commentBytes
  }
  return files
}
