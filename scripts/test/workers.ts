import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { root } from "../paths"
import { type Part } from "./parts"

/** Two: more were never tried, and each brings connections and a database of its own. */
const MOST = 2

const specsIn = (folder: string): string[] =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.spec\.tsx?$/.test(file))
    .map((file) => path.join(root, folder, file))

/** How many files jest will run, at most: its arguments choose files by patterns of their paths. */
const countFiles = (folder: string, jestArgs: string[]): number => {
  const files = specsIn(folder)
  const patterns = jestArgs.filter((word) => !word.startsWith("-"))
  const chosen = files.filter((file) => patterns.some((pattern) => file.toLowerCase().includes(pattern.toLowerCase())))
  // What stands behind an option, as in `-t sorts`, looks like a pattern that no file has. Regular expressions do too.
  return chosen.length || files.length
}

const ownChoice = /^(-i|-w|--runInBand|--maxWorkers)(=|$)/

/**
 * Jest's argument for how many files of a part run at the same time: what cores, memory and the number of files allow.
 * With one worker jest runs them in its own process. Nothing when the command line says it already.
 */
export const workersFor = ({ folder, sideBySide }: Part, jestArgs: string[]): string[] => {
  if (jestArgs.some((word) => ownChoice.test(word))) return []
  if (!sideBySide) return ["--maxWorkers=1"]
  const gigabytes = os.totalmem() / 2 ** 30
  const most = Math.min(MOST, os.availableParallelism(), Math.floor(gigabytes / sideBySide))
  return [`--maxWorkers=${Math.max(1, Math.min(most, countFiles(folder, jestArgs)))}`]
}
