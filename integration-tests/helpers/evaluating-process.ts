/**
 * A process that evaluates one group when it is told to, to be killed meanwhile: `evaluating-process.ts URL GROUP`. It
 * tells the process id of its connection when it is ready, and "done" at the end. The
 * repositories and the change are the module's own; only Medusa around them is left out, which takes seconds to start.
 */
import { ModulesSdkUtils } from "@medusajs/framework/utils"
import { type EvaluationDependencies, evaluateGroup } from "../../src/modules/customer-groups/changes/evaluate-group"
import { CountsRepository } from "../../src/modules/customer-groups/repositories/counts"
import { CriteriaRepository } from "../../src/modules/customer-groups/repositories/criteria"
import { EvaluationRepository } from "../../src/modules/customer-groups/repositories/evaluation"
import { ExclusionsRepository } from "../../src/modules/customer-groups/repositories/exclusions"
import { GroupsRepository } from "../../src/modules/customer-groups/repositories/groups"
import { LocksRepository } from "../../src/modules/customer-groups/repositories/locks"
import { MembershipChangesRepository } from "../../src/modules/customer-groups/repositories/membership-changes"
import { OperationsRepository } from "../../src/modules/customer-groups/repositories/operations"
import { ReferencesRepository } from "../../src/modules/customer-groups/repositories/references"
import { StatisticsRepository } from "../../src/modules/customer-groups/repositories/statistics"
import { contextOf } from "./context-of"

const [clientUrl, groupId] = process.argv.slice(2) as [string, string]
const knex = ModulesSdkUtils.createPgConnection({ clientUrl, schema: "public", pool: { min: 1, max: 1 } })
const dependencies: EvaluationDependencies = {
  countsRepository: new CountsRepository(),
  criteriaRepository: new CriteriaRepository(),
  evaluationRepository: new EvaluationRepository(),
  exclusionsRepository: new ExclusionsRepository(),
  groupsRepository: new GroupsRepository(),
  locksRepository: new LocksRepository(),
  membershipChangesRepository: new MembershipChangesRepository(),
  operationsRepository: new OperationsRepository(),
  referencesRepository: new ReferencesRepository(),
  statisticsRepository: new StatisticsRepository(),
}

process.on("message", async () => {
  await knex.transaction((transaction) =>
    evaluateGroup(dependencies, { group_id: groupId }, { now: new Date(), timeZone: "UTC" }, contextOf(transaction)),
  )
  process.send?.("done")
})
knex.raw("select pg_backend_pid() as pid").then(({ rows }) => process.send?.(rows[0].pid))
