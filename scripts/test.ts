/**
 * `npm test`: all tests, with nothing installed and nothing running.
 * `npm run test:<part> [-- jest arguments]`: one part, for instance `npm run test:http -- members -t sorts`.
 *
 * The last line is `N passed, N failed`, for CI.
 */
import type { ChildProcess } from "node:child_process"
import { prepareChromium } from "./chromium"
import { Postgres } from "./postgres"
import { exitWith } from "./test/exit-with"
import { step } from "./progress"
import { buildStore, migratedTemplate } from "./store"
import { signal } from "./store/medusa"
import { lanesOf } from "./test/lanes"
import { Part, parseArgs, parts } from "./test/parts"
import { Result, runJest } from "./test/run-jest"
import { startTestServer, testEnv } from "./test/test-server"

let postgres: Postgres | undefined
const running = new Set<ChildProcess>()

const onSignal = async () => {
  for (const jest of running) signal(jest, "SIGKILL")
  await postgres?.stop()
  process.exit(130)
}
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(name, onSignal)

const onStart = (jest: ChildProcess) => {
  running.add(jest)
  jest.once("exit", () => running.delete(jest))
}

const prepare = async (wanted: Part[]): Promise<NodeJS.ProcessEnv> => {
  if (!wanted.some((part) => part.needsPostgres)) return {}
  const server = await step("PostgreSQL", startTestServer)
  postgres = server

  const stores = wanted.map((part) => part.store)
  const withAdmin = stores.includes("with admin")
  await Promise.all([
    step("Migrations", () => migratedTemplate(server)),
    wanted.some((part) => part.needsChromium) ? step("Chromium", prepareChromium) : undefined,
    withAdmin || stores.includes("backend") ? step("Build", () => buildStore({ withAdmin })) : undefined,
  ])
  return testEnv(server)
}

const summary = ({ part, passed, failed, skipped, seconds }: Result) =>
  `  ${part.padEnd(8)} ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""} (${seconds.toFixed(0)} s)`

const sum = (results: Result[], key: "passed" | "failed") => results.reduce((total, result) => total + result[key], 0)

const test = async () => {
  const { names, jestArgs } = parseArgs(process.argv.slice(2))
  const results: Result[] = []
  try {
    const env = await prepare(names.map((name) => parts[name]))
    await Promise.all(
      lanesOf(names).map(async (lane, n) => {
        for (const name of lane) results.push(await runJest(name, jestArgs, env, { isShared: n > 0, onStart }))
      }),
    )
  } finally {
    await postgres?.stop()
  }

  results.sort((a, b) => names.indexOf(a.part) - names.indexOf(b.part))
  console.log(`\n${results.map(summary).join("\n")}\n`)
  const failed = sum(results, "failed")
  console.log(`${sum(results, "passed")} passed, ${failed} failed`)
  return failed === 0
}

void exitWith(test())
