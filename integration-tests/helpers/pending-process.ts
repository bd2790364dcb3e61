/**
 * A process that evaluates one batch of the queue when it is told to, to be killed meanwhile: `pending-process.ts URL`. It
 * tells the process id of its connection when it is ready, and "done" at the end.
 */
import { ModulesSdkUtils } from "@medusajs/framework/utils"
import { evaluatePending } from "../../src/modules/customer-groups/changes/evaluate-pending"
import { contextOf } from "./context-of"
import { repositories } from "./repositories"

const [clientUrl] = process.argv.slice(2) as [string]
const knex = ModulesSdkUtils.createPgConnection({ clientUrl, schema: "public", pool: { min: 1, max: 1 } })
process.on("message", async () => {
  await knex.transaction(async (transaction) => {
    const context = contextOf(transaction)
    const taken = await repositories.pendingCustomersRepository.take(100, context)
    await evaluatePending(repositories, taken, { now: new Date(), timeZone: "UTC" }, context)
  })
  process.send?.("done")
})
knex.raw("select pg_backend_pid() as pid").then(({ rows }) => process.send?.(rows[0].pid))
