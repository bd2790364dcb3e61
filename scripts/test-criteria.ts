/**
 * `npm run test:criteria -- --runs 20000 [--seed 1]`: holds the engine of criteria against a plain evaluation, on random
 * shops with random trees.
 *
 * Each shop has a seed, the next shop the next one; a difference names its shop's. The last line is `N passed, N failed`.
 */
import { parseArgs } from "node:util"
import { run } from "../integration-tests/criteria/run"
import { startCriteriaApp } from "../integration-tests/criteria/start"
import { Problem } from "./problem"
import { step } from "./progress"
import { migratedTemplate } from "./store"
import { startTestServer, testEnv } from "./test/test-server"
import { exitWith } from "./test/exit-with"

/** Making a shop takes as long as a hundred trees. */
const TREES_PER_SHOP = 1_000

const wholeNumber = (name: string, text: string): number => {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0) throw new Problem(`--${name} ${text}: not a whole number`)
  return number
}

const test = async (): Promise<boolean> => {
  const { values } = parseArgs({
    options: { runs: { type: "string", default: "2000" }, seed: { type: "string", default: "1" } },
  })
  const runs = wholeNumber("runs", values.runs)
  const seed = wholeNumber("seed", values.seed)

  const postgres = await step("PostgreSQL", startTestServer)
  try {
    await step("Migrations", () => migratedTemplate(postgres))
    Object.assign(process.env, testEnv(postgres))
    const app = await startCriteriaApp()
    const start = Date.now()
    const input = {
      runs,
      seed,
      treesPerShop: TREES_PER_SHOP,
      onFailure: (report: string) => console.log(`\n${report}\n`),
      onShop: (report: string) => console.log(`  ${report} (${((Date.now() - start) / 1000).toFixed(0)} s)`),
    }
    const { passed, failed, asked, telling } = await run(app, input).finally(() => app.stop())
    console.log(`\n${asked.size} questions asked; ${telling} trees match some customers and not all\n`)
    console.log(`${passed} passed, ${failed} failed`)
    return failed === 0
  } finally {
    await postgres.stop()
  }
}

void exitWith(test())
