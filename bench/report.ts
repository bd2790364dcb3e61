import fs from "node:fs"
import path from "node:path"
import type { Row } from "./measure"

const detail = (value: unknown) => (typeof value === "object" ? undefined : value)

/** Prints a table: one line a measure, and what else is known of it as far as it is short. */
export const printTable = (rows: Row[]) => {
  const lines = rows.map(({ name, plugin_ms, medusa_ms, ratio, runs: _runs, ...details }) => [
    name,
    `${plugin_ms} ms`,
    medusa_ms === null ? "" : `${medusa_ms} ms`,
    ratio === null ? "" : `${ratio} ×`,
    Object.entries(details)
      .filter(([, value]) => detail(value) !== undefined)
      .map(([key, value]) => `${key} ${value}`)
      .join(", "),
  ])
  const table = [["measure", "plugin", "Medusa", "ratio", ""], ...lines]
  const widths = table[0].map((_, column) => Math.max(...table.map((line) => line[column].length)))
  for (const line of table)
    console.log(
      line
        .map((cell, column) =>
          column === 0 || column === 4 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
        )
        .join("  ")
        .trimEnd(),
    )
}

/** Writes the results, also after each measure: an interrupted run keeps what it has. */
export const writeJson = (file: string, rows: Row[]) => {
  fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true })
  fs.writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`)
}
