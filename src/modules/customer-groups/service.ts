import type { Context, InternalModuleDeclaration, Logger } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"
import type {
  AdminCustomerGroupMembership,
  AdminGroupCandidate,
  AdminGroupCandidateListParams,
  AdminGroupCriteria,
  AdminGroupDetails,
  AdminGroupExclusion,
  AdminGroupMember,
  AdminGroupMemberListParams,
  AdminGroupOperationListParams,
  AdminGroupOverview,
  AdminGroupOverviewListParams,
  AdminGroupReachResponse,
  AdminGroupUsage,
  AdminMembershipChange,
  ChangeCustomerGroupsInput,
  ChangedCriteria,
  ChangeMembersInput,
  CheckStatisticsOptions,
  CountDifference,
  DecideHeldInput,
  EvaluateGroupInput,
  GroupActor,
  GroupOperationDTO,
  NewGroupOperation,
  PauseGroupInput,
  RebuildStatisticsOptions,
  RemoveCriteriaInput,
  SetCriteriaInput,
  StatisticsCheck,
  StatisticsState,
} from "../../types"
import { changeGroupsOfCustomer } from "./changes/change-groups-of-customer"
import { changeMembers } from "./changes/change-members"
import { newOperationId, NOBODY } from "./changes/dependencies"
import { applyHeld, discardHeld, evaluateGroup, noteFailure } from "./changes/evaluate-group"
import { removeCriteria, setCriteria, setPaused } from "./changes/set-criteria"
import { checkGroupName } from "./checks/names"
import type { Environment } from "./criteria"
import { customerNotFound, groupNotFound, operationNotFound } from "./errors"
import GroupCriteria from "./models/group-criteria"
import GroupExclusion from "./models/group-exclusion"
import GroupOperation from "./models/group-operation"
import GroupState from "./models/group-state"
import type { CountsRepository } from "./repositories/counts"
import type { CriteriaRepository } from "./repositories/criteria"
import type { EvaluationRepository } from "./repositories/evaluation"
import type { ExclusionsRepository } from "./repositories/exclusions"
import type { GroupsRepository } from "./repositories/groups"
import type { MembersRepository } from "./repositories/members"
import type { MembershipChangesRepository } from "./repositories/membership-changes"
import type { OperationsRepository } from "./repositories/operations"
import type { OutboxRepository } from "./repositories/outbox"
import type { OverviewRepository } from "./repositories/overview"
import type { ReferencesRepository } from "./repositories/references"
import type { StatisticsRepository } from "./repositories/statistics"
import type { StatisticsRebuildRepository } from "./repositories/statistics-rebuild"
import type { UsageRepository } from "./repositories/usage"
import { retryDeadlocks } from "./sql/retry"
import { type LaneResult, runLanes } from "./statistics/lanes"
import { Relay } from "./worker/relay"

interface Dependencies {
  logger: Logger
  overviewRepository: OverviewRepository
  membersRepository: MembersRepository
  membershipChangesRepository: MembershipChangesRepository
  operationsRepository: OperationsRepository
  usageRepository: UsageRepository
  outboxRepository: OutboxRepository
  countsRepository: CountsRepository
  groupsRepository: GroupsRepository
  criteriaRepository: CriteriaRepository
  evaluationRepository: EvaluationRepository
  exclusionsRepository: ExclusionsRepository
  referencesRepository: ReferencesRepository
  statisticsRepository: StatisticsRepository
  statisticsRebuildRepository: StatisticsRebuildRepository
}

/** What a shop sets in `medusa-config.ts`. */
export interface CustomerGroupsOptions {
  /** The store's time zone, in which days begin: `Europe/Berlin`. UTC, unless set. */
  timeZone?: string
}

const PAGE = { limit: 20, offset: 0 }

/** Connections that a rebuild of the statistics works on; the pool has ten. */
const LANES = 2
const ROWS_PER_BATCH = 100_000
const ORDERS_PER_CHECK = 20_000
/** Ids that a check of the statistics answers at most. */
const DIFFERING_IDS = 1_000

/**
 * The module's face: what is known of Medusa's customer groups, and every change to their members. Thin on purpose; the
 * work is done by the repositories. Workflows wrap it and take back what it did when a later step fails.
 */
export default class CustomerGroupsModuleService extends MedusaService({
  GroupState,
  GroupCriteria,
  GroupExclusion,
  GroupOperation,
}) {
  private readonly relay: Relay
  readonly __hooks: { onApplicationStart?: () => Promise<void>; onApplicationPrepareShutdown?: () => Promise<void> }

  constructor(
    private readonly dependencies: Dependencies,
    private readonly options: CustomerGroupsOptions = {},
    declaration?: InternalModuleDeclaration,
  ) {
    // eslint-disable-next-line prefer-rest-params
    super(...(arguments as unknown as []))
    this.relay = new Relay(
      () => this.foldOutbox(),
      (error) =>
        dependencies.logger.warn(`[customer-groups] Counts are not folded in yet: ${(error as Error).message}`),
    )
    const isWorker = declaration?.worker_mode !== "server"
    this.__hooks = {
      onApplicationStart: async () => (isWorker ? this.relay.start() : undefined),
      onApplicationPrepareShutdown: () => this.relay.stop(),
    }
  }

  /** A page of groups with their kind, number of members, growth and use; never loads members. */
  @InjectManager()
  async listGroupOverviews(
    params: AdminGroupOverviewListParams = {},
    @MedusaContext() context: Context = {},
  ): Promise<{ groups: AdminGroupOverview[]; count: number }> {
    return this.dependencies.overviewRepository.list({ order: "-created_at", ...PAGE, ...params }, context)
  }

  /** @throws NOT_FOUND the group does not exist or is deleted */
  @InjectManager()
  async retrieveGroupOverview(groupId: string, @MedusaContext() context: Context = {}): Promise<AdminGroupDetails> {
    const group = await this.dependencies.overviewRepository.retrieve(groupId, context)
    if (!group) throw groupNotFound(groupId)
    return group
  }

  /** How many living customers several groups reach together, each counted once. */
  @InjectManager()
  async retrieveReach(
    groupIds: string[],
    @MedusaContext() context: Context = {},
  ): Promise<AdminGroupReachResponse["reach"]> {
    return this.dependencies.overviewRepository.reach(groupIds, context)
  }

  /**
   * A page of the living customers in a group, with source and since when.
   * @throws NOT_FOUND the group does not exist or is deleted
   */
  @InjectManager()
  async listMembers(
    groupId: string,
    params: AdminGroupMemberListParams = {},
    @MedusaContext() context: Context = {},
  ): Promise<{ members: AdminGroupMember[]; count: number }> {
    await this.requireGroup(groupId, context)
    return this.dependencies.membersRepository.list(groupId, { order: "-joined_at", ...PAGE, ...params }, context)
  }

  /**
   * A page of all customers of the shop, each with whether they are in the group.
   * @throws NOT_FOUND the group does not exist or is deleted
   */
  @InjectManager()
  async listCandidates(
    groupId: string,
    params: AdminGroupCandidateListParams = {},
    @MedusaContext() context: Context = {},
  ): Promise<{ customers: AdminGroupCandidate[]; count: number }> {
    await this.requireGroup(groupId, context)
    return this.dependencies.membersRepository.listCandidates(
      groupId,
      { order: "-created_at", ...PAGE, ...params },
      context,
    )
  }

  /**
   * A page of the living groups that a customer is in.
   * @throws NOT_FOUND the customer does not exist or is deleted
   */
  @InjectManager()
  async listGroupMemberships(
    customerId: string,
    page: { limit?: number; offset?: number } = {},
    @MedusaContext() context: Context = {},
  ): Promise<{ group_memberships: AdminCustomerGroupMembership[]; count: number }> {
    const found = await this.dependencies.membersRepository.listGroupsOf(customerId, { ...PAGE, ...page }, context)
    if (!found) throw customerNotFound(customerId)
    return found
  }

  /**
   * Price lists, single prices and promotions that have the group among their conditions.
   * @throws NOT_FOUND the group does not exist or is deleted
   */
  @InjectManager()
  async retrieveUsage(groupId: string, @MedusaContext() context: Context = {}): Promise<AdminGroupUsage> {
    await this.requireGroup(groupId, context)
    return this.dependencies.usageRepository.retrieve(groupId, context)
  }

  /** A page of what was done to a group, newest first; also of one that is deleted by now. */
  @InjectManager()
  async listOperations(
    groupId: string,
    params: AdminGroupOperationListParams = {},
    @MedusaContext() context: Context = {},
  ): Promise<{ operations: GroupOperationDTO[]; count: number }> {
    return this.dependencies.operationsRepository.list(groupId, { ...PAGE, ...params }, context)
  }

  /** @throws NOT_FOUND there is no such operation */
  @InjectManager()
  async retrieveOperation(id: string, @MedusaContext() context: Context = {}): Promise<GroupOperationDTO> {
    const operation = await this.dependencies.operationsRepository.retrieve(id, context)
    if (!operation) throw operationNotFound(id)
    return operation
  }

  /**
   * A page of the customers that an operation moved.
   * @throws NOT_FOUND there is no such operation
   */
  @InjectManager()
  async listOperationChanges(
    id: string,
    page: { limit?: number; offset?: number } = {},
    @MedusaContext() context: Context = {},
  ): Promise<{ changes: AdminMembershipChange[]; count: number }> {
    await this.retrieveOperation(id, context)
    return this.dependencies.operationsRepository.listChanges(id, { ...PAGE, ...page }, context)
  }

  /**
   * Adds and removes members of a group by hand, as one operation: all of it, or nothing. Who is in already is not
   * added twice; who is not in is not removed.
   *
   * @throws NOT_FOUND the group or some of the customers do not exist · INVALID_DATA the same id in add and remove, too many ids
   */
  async changeMembers(input: ChangeMembersInput, context: Context = {}): Promise<GroupOperationDTO> {
    // Within a transaction of the caller's only the caller can try again.
    return context.transactionManager
      ? this.changeMembers_(input, context)
      : retryDeadlocks(() => this.changeMembers_(input, { ...context }))
  }

  @InjectTransactionManager()
  protected async changeMembers_(input: ChangeMembersInput, @MedusaContext() context: Context = {}) {
    return changeMembers(this.dependencies, input, context)
  }

  /**
   * Puts one customer into groups and takes them out of others, by hand: an operation a group, all of them or none.
   *
   * @throws NOT_FOUND the customer or some of the groups do not exist · INVALID_DATA the same id in add and remove
   */
  async changeGroupsOfCustomer(input: ChangeCustomerGroupsInput, context: Context = {}): Promise<GroupOperationDTO[]> {
    // Within a transaction of the caller's only the caller can try again.
    return context.transactionManager
      ? this.changeGroupsOfCustomer_(input, context)
      : retryDeadlocks(() => this.changeGroupsOfCustomer_(input, { ...context }))
  }

  @InjectTransactionManager()
  protected async changeGroupsOfCustomer_(input: ChangeCustomerGroupsInput, @MedusaContext() context: Context = {}) {
    return changeGroupsOfCustomer(this.dependencies, input, context)
  }

  /** Takes back what operations did to memberships, and marks them failed: the compensation of every change. */
  @InjectTransactionManager()
  async takeBackOperations(
    operationIds: string[],
    error: string,
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    for (const id of operationIds) {
      await this.dependencies.membershipChangesRepository.takeBack(id, context)
      await this.dependencies.exclusionsRepository.takeBack(id, context)
    }
    await this.dependencies.operationsRepository.fail(operationIds, error, context)
  }

  /** Writes down changes to groups that are done, and returns the ids of the operations. */
  @InjectTransactionManager()
  async recordOperations(
    done: Omit<NewGroupOperation, "id">[],
    actor: GroupActor = NOBODY,
    @MedusaContext() context: Context = {},
  ): Promise<string[]> {
    const ids: string[] = []
    for (const operation of done) {
      const id = newOperationId()
      await this.dependencies.operationsRepository.record({ ...operation, id }, actor, context)
      ids.push(id)
    }
    return ids
  }

  /** Puts name and metadata of groups back exactly as they were. */
  @InjectTransactionManager()
  async restoreGroups(
    groups: { id: string; name: string; metadata: Record<string, unknown> | null }[],
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    for (const group of groups) await this.dependencies.groupsRepository.restore(group, context)
  }

  /** @throws INVALID_DATA the name is missing, blank, longer than 255 characters, or holds NUL */
  checkGroupName(name: unknown, path?: string): void {
    checkGroupName(name, path)
  }

  /** Folds what the triggers wrote into the counts; see `Relay`. */
  @InjectTransactionManager()
  async foldOutbox(@MedusaContext() context: Context = {}): Promise<number> {
    return this.dependencies.outboxRepository.fold(context)
  }

  /** Groups whose kept count differs from the memberships that stand; none, unless something went past the log. */
  @InjectManager()
  async listCountDifferences(@MedusaContext() context: Context = {}): Promise<CountDifference[]> {
    return this.dependencies.countsRepository.listDifferences(context)
  }

  /** Sets the counts of these groups to the truth. */
  @InjectTransactionManager()
  async mendCounts(groupIds: string[], @MedusaContext() context: Context = {}): Promise<void> {
    for (const groupId of [...groupIds].sort()) await this.dependencies.countsRepository.mend(groupId, context)
  }

  /**
   * What makes a group automatic; null if its members are picked by hand.
   * @throws NOT_FOUND the group does not exist or is deleted
   */
  @InjectManager()
  async retrieveCriteria(groupId: string, @MedusaContext() context: Context = {}): Promise<AdminGroupCriteria | null> {
    await this.requireGroup(groupId, context)
    return (await this.dependencies.criteriaRepository.retrieve(groupId, context)) ?? null
  }

  /**
   * Makes a group automatic, or changes its criteria. Members change when it is evaluated.
   *
   * @throws NOT_FOUND the group does not exist · INVALID_DATA naming the place:
   * `criteria.all[2].any[0].value: "abc" is not a number (order_count)`
   */
  @InjectTransactionManager()
  async setCriteria(input: SetCriteriaInput, @MedusaContext() context: Context = {}): Promise<ChangedCriteria> {
    return setCriteria(this.dependencies, input, context)
  }

  /**
   * Makes an automatic group one whose members are picked by hand; those by criteria stay or leave.
   * @throws NOT_FOUND the group does not exist · NOT_ALLOWED it has no criteria
   */
  @InjectTransactionManager()
  async removeCriteria(input: RemoveCriteriaInput, @MedusaContext() context: Context = {}): Promise<GroupOperationDTO> {
    return removeCriteria(this.dependencies, input, context)
  }

  /** Puts the criteria of a group back exactly as they were. */
  @InjectTransactionManager()
  async restoreCriteria(
    groupId: string,
    before: AdminGroupCriteria | null,
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    await this.dependencies.criteriaRepository.restore(groupId, before, context)
  }

  /**
   * Stops evaluating a group; its members stay as they are.
   * @throws NOT_FOUND the group does not exist · NOT_ALLOWED it has no criteria
   */
  @InjectTransactionManager()
  async pauseGroup(input: PauseGroupInput, @MedusaContext() context: Context = {}): Promise<ChangedCriteria> {
    return setPaused(this.dependencies, input, true, context)
  }

  /** Evaluates a group again from now on; see `pauseGroup`. */
  @InjectTransactionManager()
  async resumeGroup(input: PauseGroupInput, @MedusaContext() context: Context = {}): Promise<ChangedCriteria> {
    return setPaused(this.dependencies, input, false, context)
  }

  /**
   * Brings the members of a group in line with its criteria: all of it, or nothing. What no person asked for is held
   * when it would move too many. A failure is kept with its reason.
   *
   * @returns the operation; null if nobody moved and no person had asked
   * @throws NOT_ALLOWED no criteria, paused, or what customers have ordered is still being counted · INVALID_DATA the
   * criteria have become invalid
   */
  async evaluateGroup(input: EvaluateGroupInput, context: Context = {}): Promise<GroupOperationDTO | null> {
    try {
      return await this.evaluateGroup_(input, context)
    } catch (error) {
      if (!context.transactionManager) await this.noteFailedEvaluation_(input, (error as Error).message)
      throw error
    }
  }

  @InjectTransactionManager()
  protected async evaluateGroup_(input: EvaluateGroupInput, @MedusaContext() context: Context = {}) {
    return evaluateGroup(this.dependencies, input, this.environment(), context)
  }

  @InjectTransactionManager()
  protected async noteFailedEvaluation_(
    input: EvaluateGroupInput,
    message: string,
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    await noteFailure(this.dependencies, input, message, context)
  }

  /**
   * Applies a held evaluation, worked out afresh; held again if it has grown by more than a tenth.
   * @throws NOT_FOUND no such operation · NOT_ALLOWED it is not held
   */
  @InjectTransactionManager()
  async applyHeldEvaluation(
    input: DecideHeldInput,
    @MedusaContext() context: Context = {},
  ): Promise<GroupOperationDTO> {
    return applyHeld(this.dependencies, input, this.environment(), context)
  }

  /**
   * Discards a held evaluation and pauses the group.
   * @throws NOT_FOUND no such operation · NOT_ALLOWED it is not held
   */
  @InjectTransactionManager()
  async discardHeldEvaluation(
    input: DecideHeldInput,
    @MedusaContext() context: Context = {},
  ): Promise<GroupOperationDTO> {
    return discardHeld(this.dependencies, input, context)
  }

  /**
   * A page of the customers who stay out of an automatic group although its criteria match, newest first.
   * @throws NOT_FOUND the group does not exist or is deleted
   */
  @InjectManager()
  async listExclusions(
    groupId: string,
    page: { limit?: number; offset?: number } = {},
    @MedusaContext() context: Context = {},
  ): Promise<{ exclusions: AdminGroupExclusion[]; count: number }> {
    await this.requireGroup(groupId, context)
    return this.dependencies.exclusionsRepository.list(groupId, { ...PAGE, ...page }, context)
  }

  private environment(): Environment {
    return { now: new Date(), timeZone: this.options.timeZone ?? "UTC" }
  }

  /** Whether the facts of what customers have ordered may be read, as of when, and how far a rebuild of them is. */
  @InjectManager()
  async retrieveStatisticsState(@MedusaContext() context: Context = {}): Promise<StatisticsState> {
    return this.dependencies.statisticsRepository.retrieveState(context)
  }

  /**
   * Works out the facts of all customers' orders anew, beside those that are read, and then puts them in their place.
   * Goes on with a rebuild that was ended before; runs together with one that is under way in another process.
   *
   * @returns the state afterwards; still `is_rebuilding` if the signal came before the end
   */
  async rebuildStatistics({
    signal,
    rowsPerBatch = ROWS_PER_BATCH,
  }: RebuildStatisticsOptions = {}): Promise<StatisticsState> {
    await this.beginRebuild_(rowsPerBatch)
    await runLanes(LANES, (lane) => this.rebuildOnLane(lane), signal)
    return this.retrieveStatisticsState()
  }

  @InjectTransactionManager()
  protected async beginRebuild_(rowsPerBatch: number, @MedusaContext() context: Context = {}): Promise<void> {
    await this.dependencies.statisticsRebuildRepository.begin(rowsPerBatch, context)
  }

  @InjectManager()
  protected async rebuildOnLane(lane: number, @MedusaContext() context: Context = {}): Promise<LaneResult> {
    return this.rebuildStep_(lane, context)
  }

  @InjectTransactionManager()
  protected async rebuildStep_(
    lane: number,
    outside: Context,
    @MedusaContext() context: Context = {},
  ): Promise<LaneResult> {
    return this.dependencies.statisticsRebuildRepository.runStep(lane, outside, context)
  }

  /** Brings the facts of these customers, a few or thousands, up to Medusa's tables, in the caller's transaction. */
  @InjectTransactionManager()
  async refreshStatistics(customerIds: string[], @MedusaContext() context: Context = {}): Promise<void> {
    await this.dependencies.statisticsRepository.refresh([...new Set(customerIds)], context)
  }

  /**
   * Compares the facts of all customers with Medusa's tables, batch by batch. Who has ordered in this very moment may
   * differ until they are refreshed.
   */
  async checkStatistics({ mend = false }: CheckStatisticsOptions = {}): Promise<StatisticsCheck> {
    const found: StatisticsCheck = { differing: 0, customer_ids: [], mended: 0 }
    const bounds = await this.listStatisticsBounds()
    for (const [index, lower] of [null, ...bounds].entries()) {
      const ids = await this.checkBatch_(lower, bounds[index] ?? null, mend)
      found.differing += ids.length
      found.mended += mend ? ids.length : 0
      found.customer_ids.push(...ids.slice(0, DIFFERING_IDS - found.customer_ids.length))
    }
    return found
  }

  @InjectManager()
  protected async listStatisticsBounds(@MedusaContext() context: Context = {}): Promise<string[]> {
    return this.dependencies.statisticsRepository.listBounds(ORDERS_PER_CHECK, context)
  }

  @InjectTransactionManager()
  protected async checkBatch_(
    lower: string | null,
    upper: string | null,
    mend: boolean,
    @MedusaContext() context: Context = {},
  ): Promise<string[]> {
    const ids = await this.dependencies.statisticsRepository.listDifferences(lower, upper, context)
    if (mend) await this.dependencies.statisticsRepository.refresh(ids, context)
    return ids
  }

  private async requireGroup(groupId: string, context: Context): Promise<void> {
    const unknown = await this.dependencies.groupsRepository.listUnknown([groupId], context)
    if (unknown.length) throw groupNotFound(groupId)
  }
}
