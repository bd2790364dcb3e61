import { ChildProcess, spawn } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { folders, root } from "../paths"
import { endWithParent, endedWithUs } from "../store/medusa"
import { PartName, parts } from "./parts"
import { workersFor } from "./workers"

export type Result = { part: PartName; passed: number; failed: number; skipped: number; seconds: number }

type JestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  /** Files that could not even be loaded: none of their tests is in the other numbers. */
  numRuntimeErrorTestSuites: number
}

const jest = path.join(root, "node_modules", "jest", "bin", "jest.js")

/** A file whose worker ends with an error counts as failed: jest would run it up to three times more, until it passes. */
const noSecondTry = `process.send && process.on("exit", (code) => code === 0 || process.kill(process.pid, "SIGKILL"))`

const readReport = (file: string): JestReport | undefined => {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"))
  } catch {
    return undefined
  }
}

export type Terminal = {
  /** What jest says is shown when the part has ended, not while another part writes too. */
  isShared: boolean
  /** Gets the process, to end it at a Ctrl-C. */
  onStart(child: ChildProcess): void
}

const title = (part: PartName) => `\n— ${part} —`

/** Runs the tests of one part; jest's output goes to the terminal. */
export const runJest = async (
  part: PartName,
  jestArgs: string[],
  env: NodeJS.ProcessEnv,
  { isShared, onStart }: Terminal,
): Promise<Result> => {
  const start = Date.now()
  const reportFile = path.join(folders.run, `jest-${part}.json`)
  fs.mkdirSync(folders.run, { recursive: true })
  fs.rmSync(reportFile, { force: true })
  const log = path.join(folders.run, `jest-${part}.log`)
  const output = isShared ? fs.openSync(log, "w") : "inherit"
  if (!isShared) console.log(title(part))

  const child = spawn(
    process.execPath,
    [
      // Jest's workers inherit this: none is left behind.
      ...endWithParent,
      "--import",
      `data:text/javascript,${encodeURIComponent(noSecondTry)}`,
      "--experimental-vm-modules",
      "--no-warnings",
      jest,
      ...workersFor(parts[part], jestArgs),
      "--forceExit",
      "--passWithNoTests",
      "--json",
      `--outputFile=${reportFile}`,
      ...jestArgs,
    ],
    {
      cwd: root,
      env: { ...process.env, ...env, TEST_TYPE: part },
      // The report goes to a file; with --json jest writes it to stdout as well.
      stdio: ["ignore", "ignore", output],
      // A process group of its own: a Ctrl-C reaches us alone, and we end jest with its workers.
      detached: true,
    },
  )
  onStart(child)
  const code = await endedWithUs(child)
  if (typeof output === "number") {
    fs.closeSync(output)
    console.log(`${title(part)}\n${fs.readFileSync(log, "utf8")}`)
  }

  const report = readReport(reportFile)
  const failed = report ? report.numFailedTests + report.numRuntimeErrorTestSuites : 0
  return {
    part,
    passed: report?.numPassedTests ?? 0,
    // Jest can fail without a failed test, for instance when its global setup does.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report ? report.numPendingTests + report.numTodoTests : 0,
    seconds: (Date.now() - start) / 1000,
  }
}
