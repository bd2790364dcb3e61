import path from "node:path"
import { parseArgs } from "node:util"
import { Problem } from "../scripts/problem"
import type { BenchInput } from "../scripts/seed/bench-database"

export type Options = BenchInput & {
  /** Names of measures; all of them when empty. */
  only: string[]
  runs: number
  /** The file for the results. */
  json?: string
}

const whole = (name: string, text: string, least: number) => {
  const value = Number(text.replace(/[_,]/g, ""))
  if (Number.isInteger(value) && value >= least) return value
  throw new Problem(`--${name} needs a whole number from ${least} on, not "${text}".`)
}

/**
 * Reads the command line.
 *
 * @throws Problem that names the option
 */
export const readOptions = (args: string[], known: string[]): Options => {
  const text = (value: string) => ({ type: "string" as const, default: value })
  const read = () => {
    try {
      return parseArgs({
        args,
        options: {
          customers: text("1000000"),
          orders: text("0"),
          groups: text("10"),
          members: text("100000"),
          runs: text("5"),
          only: text(""),
          data: { type: "string" },
          json: { type: "string" },
        },
      }).values
    } catch (error) {
      throw new Problem((error as Error).message)
    }
  }
  const values = read()
  const only = values.only.split(",").filter(Boolean)
  const unknown = only.filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new Problem(`No such measure: ${unknown.join(", ")}. There are: ${known.join(", ")}.`)

  const options = {
    customers: whole("customers", values.customers, 1_000),
    orders: whole("orders", values.orders, 0),
    groups: whole("groups", values.groups, 1),
    members: whole("members", values.members, 100),
    runs: whole("runs", values.runs, 1),
    dataDir: values.data && path.resolve(values.data),
    only,
    json: values.json,
  }
  if (options.members > options.customers)
    throw new Problem("A group can't have more members than there are customers.")
  return options
}
