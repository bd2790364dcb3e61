import fs from "node:fs"
import { performance } from "node:perf_hooks"
import { setTimeout as sleep } from "node:timers/promises"
import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

/** As many events at once as a busy shop's workflow releases. */
const AT_ONCE = 50
const PATIENCE_MS = 300_000

/** What the measure asks for, as a file of JSON. */
export type EmitInput = { event: string; ids: string[]; runs: number }
/** How long each run took, in milliseconds, from the first event to the last row. */
export type EmitResult = { emitted: number[]; marked: number[] }

/**
 * Run by `medusa exec`: sends events through the store's bus and waits until each has put a row into the queue, also if a
 * worker has taken it from there by then.
 *
 * Environment: EMIT_INPUT and EMIT_RESULT, names of files.
 */
export default async function emit({ container }: ExecArgs) {
  const { event, ids, runs }: EmitInput = JSON.parse(fs.readFileSync(process.env.EMIT_INPUT!, "utf8"))
  const bus = container.resolve(Modules.EVENT_BUS)
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const countMarks = async (): Promise<number> => {
    const { rows } = await knex.raw(
      `select coalesce(pg_sequence_last_value(pg_get_serial_sequence('customer_group_pending_customer', 'id')), 0)::int as count`,
    )
    return rows[0].count
  }

  const result: EmitResult = { emitted: [], marked: [] }
  for (let run = 0; run < runs; run++) {
    const before = await countMarks()
    const start = performance.now()
    for (let from = 0; from < ids.length; from += AT_ONCE)
      await bus.emit(ids.slice(from, from + AT_ONCE).map((id) => ({ name: event, data: { id } })))
    result.emitted.push(performance.now() - start)
    while ((await countMarks()) < before + ids.length) {
      if (performance.now() - start > PATIENCE_MS)
        throw new Error(`${(await countMarks()) - before} of ${ids.length} events have put a row into the queue.`)
      await sleep(5)
    }
    result.marked.push(performance.now() - start)
  }
  fs.writeFileSync(process.env.EMIT_RESULT!, JSON.stringify(result))
}
