import { BatchEvaluationRepository } from "../../src/modules/customer-groups/repositories/batch-evaluation"
import { CountsRepository } from "../../src/modules/customer-groups/repositories/counts"
import { CriteriaRepository } from "../../src/modules/customer-groups/repositories/criteria"
import { EvaluationRepository } from "../../src/modules/customer-groups/repositories/evaluation"
import { ExclusionsRepository } from "../../src/modules/customer-groups/repositories/exclusions"
import { GroupsRepository } from "../../src/modules/customer-groups/repositories/groups"
import { LocksRepository } from "../../src/modules/customer-groups/repositories/locks"
import { LongWorkRepository } from "../../src/modules/customer-groups/repositories/long-work"
import { MembershipChangesRepository } from "../../src/modules/customer-groups/repositories/membership-changes"
import { OperationsRepository } from "../../src/modules/customer-groups/repositories/operations"
import { PendingCustomersRepository } from "../../src/modules/customer-groups/repositories/pending-customers"
import { PreviewsRepository } from "../../src/modules/customer-groups/repositories/previews"
import { ReferencesRepository } from "../../src/modules/customer-groups/repositories/references"
import { StatisticsRepository } from "../../src/modules/customer-groups/repositories/statistics"

/** What evaluations and previews work with, as Medusa's container has it, for tests that run them without it. */
export const repositories = {
  batchEvaluationRepository: new BatchEvaluationRepository(),
  countsRepository: new CountsRepository(),
  criteriaRepository: new CriteriaRepository(),
  evaluationRepository: new EvaluationRepository(),
  exclusionsRepository: new ExclusionsRepository(),
  groupsRepository: new GroupsRepository(),
  locksRepository: new LocksRepository(),
  longWorkRepository: new LongWorkRepository(),
  membershipChangesRepository: new MembershipChangesRepository(),
  operationsRepository: new OperationsRepository(),
  pendingCustomersRepository: new PendingCustomersRepository(),
  previewsRepository: new PreviewsRepository(),
  referencesRepository: new ReferencesRepository(),
  statisticsRepository: new StatisticsRepository(),
}
