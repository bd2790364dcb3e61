import fs from "node:fs"

type LogLine = { level?: string; message?: string; stack?: string }

/** Medusa logs JSON lines in production: the message alone is what a person reads. */
const readable = (line: string) => {
  try {
    const { message, stack } = JSON.parse(line) as LogLine
    return [message, stack].filter(Boolean).join("\n") || line
  } catch {
    return line
  }
}

/** The last lines of a log, readable. */
export const logTail = (file: string, count = 20): string => {
  if (!fs.existsSync(file)) return ""
  return fs.readFileSync(file, "utf8").trimEnd().split("\n").slice(-count).map(readable).join("\n")
}
