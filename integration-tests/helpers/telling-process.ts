/**
 * A process that tells changes to a bus which takes them and never says so, to be killed meanwhile:
 * `telling-process.ts URL`. It sends the events that the bus has taken. The repositories and the telling are the
 * module's own; only Medusa around them is left out, which takes seconds to start.
 */
import { ModulesSdkUtils } from "@medusajs/framework/utils"
import { UntoldChangesRepository } from "../../src/modules/customer-groups/repositories/untold-changes"
import { planTelling } from "../../src/modules/customer-groups/telling/plan"
import { tellChanges } from "../../src/modules/customer-groups/telling/tell-changes"
import { contextOf } from "./context-of"

const knex = ModulesSdkUtils.createPgConnection({
  clientUrl: process.argv[2] as string,
  schema: "public",
  pool: { min: 1, max: 1 },
})
const untoldChangesRepository = new UntoldChangesRepository()
const bus = {
  emit: (messages: unknown) => {
    process.send?.(messages)
    return new Promise<void>(() => undefined)
  },
}

const tell = async () => {
  const changes = await knex.transaction((transaction) => untoldChangesRepository.announce(100, contextOf(transaction)))
  const plan = planTelling(changes, { maxCustomerEvents: 100, events: 1_000 })
  await knex.transaction((transaction) =>
    tellChanges({ untoldChangesRepository }, bus, plan, 60_000, contextOf(transaction)),
  )
}
void tell()
