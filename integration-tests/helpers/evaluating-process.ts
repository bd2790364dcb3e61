/**
 * A process that evaluates one group when it is told to, to be killed meanwhile: `evaluating-process.ts URL GROUP`. It
 * tells the process id of its connection when it is ready, and "done" at the end. The
 * repositories and the change are the module's own; only Medusa around them is left out, which takes seconds to start.
 */
import { ModulesSdkUtils } from "@medusajs/framework/utils"
import { evaluateGroup } from "../../src/modules/customer-groups/changes/evaluate-group"
import { contextOf } from "./context-of"
import { repositories } from "./repositories"

const [clientUrl, groupId] = process.argv.slice(2) as [string, string]
const knex = ModulesSdkUtils.createPgConnection({ clientUrl, schema: "public", pool: { min: 1, max: 1 } })
process.on("message", async () => {
  await knex.transaction((transaction) =>
    evaluateGroup(repositories, { group_id: groupId }, { now: new Date(), timeZone: "UTC" }, contextOf(transaction)),
  )
  process.send?.("done")
})
knex.raw("select pg_backend_pid() as pid").then(({ rows }) => process.send?.(rows[0].pid))
