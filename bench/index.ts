/**
 * `npm run bench`: Medusa's own way and ours on the same data in the same run, alternating.
 *
 *   npm run bench -- --customers 1000000 --orders 0 --groups 10 --members 100000 [--only a,b] [--runs 5]
 *     [--data DIR] --json FILE
 *
 * Criteria are measured with orders and without a copy of the database: `--orders 5000000 --only criteria_mixed,…` takes
 * 42 GB and half an hour to make the first time.
 */
import { printProblem } from "../scripts/problem"
import { step } from "../scripts/progress"
import type { Row } from "./measure"
import { measures } from "./measures"
import { readOptions } from "./options"
import { printTable, writeJson } from "./report"
import { type Stores, startStores } from "./stores"

let stores: Stores | undefined

const onSignal = async () => {
  await stores?.stop()
  process.exit(130)
}
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(name, onSignal)

const bench = async () => {
  const { only, runs, json, ...amounts } = readOptions(
    process.argv.slice(2),
    measures.flatMap(({ names }) => names),
  )
  const isWanted = (name: string) => only.length === 0 || only.includes(name)
  const rows: Row[] = []

  const wanted = measures.filter((measure) => measure.names.some(isWanted))
  const running = await startStores(amounts, new Set(wanted.flatMap(({ needs }) => needs)))
  stores = running
  try {
    for (const { names, run } of wanted) {
      const made = await step(names.join(", "), () => run(running, runs))
      rows.push(...made.filter(({ name }) => isWanted(name)))
      if (json) writeJson(json, rows)
    }
  } finally {
    await running.stop()
  }
  console.log()
  printTable(rows)
}

bench().then(
  () => process.exit(0),
  (error) => {
    printProblem(error)
    process.exit(1)
  },
)
