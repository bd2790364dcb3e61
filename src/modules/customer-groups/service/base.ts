import type { Context, IEventBusModuleService, Logger } from "@medusajs/framework/types"
import { InjectManager, MedusaContext, MedusaService, Modules } from "@medusajs/framework/utils"
import { groupNotFound } from "../errors"
import GroupCriteria from "../models/group-criteria"
import GroupExclusion from "../models/group-exclusion"
import GroupOperation from "../models/group-operation"
import GroupState from "../models/group-state"
import type { AttentionRepository } from "../repositories/attention"
import type { BatchEvaluationRepository } from "../repositories/batch-evaluation"
import type { CountsRepository } from "../repositories/counts"
import type { CriteriaRepository } from "../repositories/criteria"
import type { EndsRepository } from "../repositories/ends"
import type { EvaluationRepository } from "../repositories/evaluation"
import type { ExclusionsRepository } from "../repositories/exclusions"
import type { GroupChangesRepository } from "../repositories/group-changes"
import type { FilesRepository } from "../repositories/files"
import type { GroupsRepository } from "../repositories/groups"
import type { ImportApplicationRepository } from "../repositories/import-application"
import type { ImportCheckRepository } from "../repositories/import-check"
import type { ImportsRepository } from "../repositories/imports"
import type { InsightsRepository } from "../repositories/insights"
import type { LongWorkRepository } from "../repositories/long-work"
import type { LocksRepository } from "../repositories/locks"
import type { MembersRepository } from "../repositories/members"
import type { MembershipsRepository } from "../repositories/memberships"
import type { MembershipChangesRepository } from "../repositories/membership-changes"
import type { OperationsRepository } from "../repositories/operations"
import type { OutboxRepository } from "../repositories/outbox"
import type { OverviewRepository } from "../repositories/overview"
import type { PastMembersRepository } from "../repositories/past-members"
import type { PendingCustomersRepository } from "../repositories/pending-customers"
import type { PickedCustomersRepository } from "../repositories/picked-customers"
import type { PlannerStatisticsRepository } from "../repositories/planner-statistics"
import type { PreviewsRepository } from "../repositories/previews"
import type { PruningRepository } from "../repositories/pruning"
import type { ReferencesRepository } from "../repositories/references"
import type { SizeAlertsRepository } from "../repositories/size-alerts"
import type { StatisticsRepository } from "../repositories/statistics"
import type { StatisticsCheckRepository } from "../repositories/statistics-check"
import type { StatisticsRebuildRepository } from "../repositories/statistics-rebuild"
import type { UndoRepository } from "../repositories/undo"
import type { UntoldChangesRepository } from "../repositories/untold-changes"
import type { UsageRepository } from "../repositories/usage"
import type { WorkerRunsRepository } from "../repositories/worker-runs"
import { messageOf } from "../sql/message"
import { retryDeadlocks } from "../sql/retry"
import { HeavyQueries, type HeavyQueryLimits } from "../worker/heavy-queries"
import { logLine } from "../worker/log-line"

/** What the module's container has. */
export interface Dependencies {
  logger: Logger
  /** Not there in a process that has none, for example a test of the module alone. */
  [Modules.EVENT_BUS]?: IEventBusModuleService
  attentionRepository: AttentionRepository
  undoRepository: UndoRepository
  untoldChangesRepository: UntoldChangesRepository
  workerRunsRepository: WorkerRunsRepository
  overviewRepository: OverviewRepository
  membersRepository: MembersRepository
  membershipChangesRepository: MembershipChangesRepository
  membershipsRepository: MembershipsRepository
  operationsRepository: OperationsRepository
  usageRepository: UsageRepository
  outboxRepository: OutboxRepository
  countsRepository: CountsRepository
  groupChangesRepository: GroupChangesRepository
  filesRepository: FilesRepository
  groupsRepository: GroupsRepository
  importApplicationRepository: ImportApplicationRepository
  importCheckRepository: ImportCheckRepository
  importsRepository: ImportsRepository
  insightsRepository: InsightsRepository
  criteriaRepository: CriteriaRepository
  endsRepository: EndsRepository
  evaluationRepository: EvaluationRepository
  batchEvaluationRepository: BatchEvaluationRepository
  exclusionsRepository: ExclusionsRepository
  locksRepository: LocksRepository
  longWorkRepository: LongWorkRepository
  pastMembersRepository: PastMembersRepository
  pendingCustomersRepository: PendingCustomersRepository
  pickedCustomersRepository: PickedCustomersRepository
  plannerStatisticsRepository: PlannerStatisticsRepository
  previewsRepository: PreviewsRepository
  pruningRepository: PruningRepository
  referencesRepository: ReferencesRepository
  sizeAlertsRepository: SizeAlertsRepository
  statisticsRepository: StatisticsRepository
  statisticsCheckRepository: StatisticsCheckRepository
  statisticsRebuildRepository: StatisticsRebuildRepository
}

/** What a shop sets in `medusa-config.ts`. */
export interface CustomerGroupsOptions {
  /** The store's time zone, in which days begin: `Europe/Berlin`. UTC, unless set. */
  timeZone?: string
  /** How many previews, insights and whole evaluations a process runs at once (2), and how long others wait (5,000 ms). */
  heavyQueries?: HeavyQueryLimits
  /** A change that moves more customers than this (1,000) is told as a whole, without an event for each of them. */
  maxCustomerEvents?: number
  /** Hours after which the file of an export is removed (24). */
  exportedFileHours?: number
  /** Days after which a deleted group can no longer be restored (30). */
  purgeDeletedAfterDays?: number
  /** Days for which it is kept who joined and left, and what undo needs; for good, unless set. */
  keepHistoryDays?: number
  /** Of a group that has grown or shrunk by more than this share (0.5) within a day, others are told; never, if `false`. */
  alertShare?: number | false
  /** How long the event bus may take for some hundred events (5,000 ms) before they are tried again later. */
  emitTimeLimitMs?: number
}

/** The first page of a list, where nothing else is asked. */
export const PAGE = { limit: 20, offset: 0 }

/**
 * What all parts of the module's face stand on. The face is one class, since Medusa's container knows one service a
 * module; its parts extend each other so that each subject has a file.
 */
export class BaseService extends MedusaService({ GroupState, GroupCriteria, GroupExclusion, GroupOperation }) {
  /** Previews, insights and whole evaluations run within it. */
  protected readonly heavyQueries: HeavyQueries

  constructor(
    protected readonly dependencies: Dependencies,
    protected readonly options: CustomerGroupsOptions = {},
    ..._rest: unknown[]
  ) {
    // eslint-disable-next-line prefer-rest-params
    super(...(arguments as unknown as []))
    this.heavyQueries = new HeavyQueries(options.heavyQueries)
  }

  /** Takes further soon what has just been written. Does nothing in a process that leaves this to others. */
  protected wakeRelay: () => void = () => undefined

  /** Runs a change again when a deadlock ended it. Within a transaction of the caller's only the caller can try again. */
  protected async retried<Result>(change: (context: Context) => Promise<Result>, context: Context): Promise<Result> {
    const result = await (context.transactionManager ? change(context) : retryDeadlocks(() => change({ ...context })))
    this.wakeRelay()
    return result
  }

  /**
   * Does work that reads or writes much: plans fit what there is before it, and those of others what it leaves behind.
   * Within a transaction of the caller's it is just done: tables would stay locked against others who look.
   */
  protected async withKnownSizes<Result>(work: () => Promise<Result>, context: Context = {}): Promise<Result> {
    if (context.transactionManager) return work()
    await this.learnSizes()
    const result = await work()
    await this.learnSizes()
    return result
  }

  /** Plans may be bad without it, but work that is done stays done. */
  protected async learnSizes(): Promise<void> {
    try {
      await this.learnSizes_()
    } catch (error) {
      this.dependencies.logger.warn(logLine("planner.not_refreshed", { error: messageOf(error) }))
    }
  }

  @InjectManager()
  protected async learnSizes_(@MedusaContext() context: Context = {}): Promise<void> {
    await this.dependencies.plannerStatisticsRepository.refresh(context)
  }

  /** @throws NOT_FOUND the group does not exist or is deleted */
  protected async requireGroup(groupId: string, context: Context): Promise<void> {
    const unknown = await this.dependencies.groupsRepository.listUnknown([groupId], context)
    if (unknown.length) throw groupNotFound(groupId)
  }
}
