import fs from "node:fs"
import path from "node:path"

/** An event as the store's other subscriber has heard it. */
export interface Heard {
  name: string
  data: Record<string, unknown>
  publishedAt: string
}

/** Everything that was heard, by any process. */
export const readHeard = (folder: string): Heard[] =>
  fs
    .readdirSync(folder)
    .flatMap((file) => fs.readFileSync(path.join(folder, file), "utf8").split("\n"))
    .filter((line) => line.endsWith("}"))
    .map((line) => JSON.parse(line) as Heard)
