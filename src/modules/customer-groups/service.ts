import type { Context, InternalModuleDeclaration } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type {
  AdminGroupCandidate,
  AdminGroupCandidateListParams,
  AdminGroupDetails,
  AdminGroupMember,
  AdminGroupMemberListParams,
  AdminGroupOverview,
  AdminGroupOverviewListParams,
  AdminGroupReachResponse,
  AdminGroupUsage,
  ChangeCustomerGroupsInput,
  ChangeMembersInput,
  CountDifference,
  GroupActor,
  GroupOperationDTO,
  NewGroupOperation,
} from "../../types"
import { changeGroupsOfCustomer } from "./changes/change-groups-of-customer"
import { changeMembers, isLongChange } from "./changes/change-members"
import { NOBODY } from "./changes/dependencies"
import { newOperationId } from "./operation-id"
import { checkGroupName } from "./checks/names"
import { groupNotFound } from "./errors"
import { listWaitingForFacts } from "./evaluation/waiting-for-facts"
import { type CustomerGroupsOptions, type Dependencies, PAGE } from "./service/base"
import { SizeAlertsService } from "./service/size-alerts"
import { Relay } from "./worker/relay"
import { StatisticsBuilder } from "./worker/statistics-builder"

export type { CustomerGroupsOptions } from "./service/base"

/** Milliseconds between looks at the queue when nobody wakes the worker: marks of triggers, and of other processes. */
const EVALUATOR_INTERVAL = 5_000

/** Milliseconds between looks at what is to be told when nobody wakes the relay: what a dead process has left. */
const TELLER_INTERVAL = 60_000
const SWEEPER_INTERVAL = 30_000
/** Who comes back or leaves because something ends does so within a minute. */
const ENDS_INTERVAL = 30_000
const PURGE_INTERVAL = 3_600_000
const ALERTS_INTERVAL = 120_000

/**
 * The module's face: what is known of Medusa's customer groups, and every change to their members. Thin on purpose; the
 * work is done by the repositories. Workflows wrap it and take back what it did when a later step fails.
 */
export default class CustomerGroupsModuleService extends SizeAlertsService {
  readonly __hooks: { onApplicationStart?: () => Promise<void>; onApplicationPrepareShutdown?: () => Promise<void> }

  constructor(
    dependencies: Dependencies,
    options: CustomerGroupsOptions = {},
    declaration?: InternalModuleDeclaration,
  ) {
    super(dependencies, options, declaration)
    const warn = (what: string) => (error: unknown) =>
      dependencies.logger.warn(`[customer-groups] ${what}: ${(error as Error).message}`)
    const teller = new Relay(
      () => this.onRecord("events", () => this.tellChanges()),
      warn("Changes are not told to others yet"),
      TELLER_INTERVAL,
    )
    const fold = async () => {
      const folded = await this.onRecord("counts", () => this.foldWhatIsThere())
      if (folded) teller.wake()
      return folded
    }
    const relay = new Relay(fold, warn("Counts are not folded in yet"))
    const clock = new Relay(() => this.evaluateDueGroup(), warn("Groups that are due are not evaluated yet"))
    const ends = new Relay(
      async () => {
        await this.markEnded()
        return 0
      },
      warn("Exclusions and stays that end are not noticed yet"),
      ENDS_INTERVAL,
    )
    const sweeper = new Relay(
      () => this.onRecord("sweeper", () => this.sweep()),
      warn("Dead operations are not marked yet"),
      SWEEPER_INTERVAL,
    )
    const resumer = new Relay(
      () => this.resumeAbandonedWork(),
      warn("Abandoned work is not taken up again yet"),
      SWEEPER_INTERVAL,
    )
    const purger = new Relay(() => this.purgeDeletedGroup(), warn("Deleted groups are not purged yet"), PURGE_INTERVAL)
    const pruner = new Relay(() => this.pruneHistory(), warn("The history is not pruned yet"), PURGE_INTERVAL)
    const alerter = new Relay(
      () => this.onRecord("alerts", () => this.tellOfSizes()),
      warn("Groups that have grown or shrunk by much are not told of yet"),
      ALERTS_INTERVAL,
    )
    const forgetter = new Relay(() => this.purgeImport(), warn("Old imports are not removed yet"), PURGE_INTERVAL)
    const builder = new StatisticsBuilder(
      (signal) => this.buildStatistics(signal),
      warn("What customers have ordered is not counted yet"),
    )
    const evaluator = new Relay(
      () => this.evaluatePending(),
      warn("Customers who have changed are not evaluated yet"),
      EVALUATOR_INTERVAL,
    )
    const loops =
      declaration?.worker_mode === "server"
        ? []
        : [evaluator, relay, teller, clock, ends, sweeper, resumer, purger, pruner, forgetter, alerter, builder]
    this.__hooks = {
      onApplicationStart: async () => {
        if (loops.length) this.wakeEvaluator = () => evaluator.wake()
        if (loops.length)
          this.wakeRelay = () => {
            relay.wake()
            // The log has marked whom groups mean that look at the one that has changed.
            evaluator.wake()
          }
        loops.forEach((loop) => loop.start())
      },
      onApplicationPrepareShutdown: async () => void (await Promise.all(loops.map((loop) => loop.stop()))),
    }
  }

  /**
   * A page of groups with their kind, number of members, growth and use, and criteria in words; never loads members, and
   * costs no more statements for more groups.
   */
  @InjectManager()
  async listGroupOverviews(
    params: AdminGroupOverviewListParams = {},
    @MedusaContext() context: Context = {},
  ): Promise<{ groups: AdminGroupOverview[]; count: number }> {
    const waiting = await listWaitingForFacts(this.dependencies, context)
    const asked = { order: "-created_at", ...PAGE, ...params }
    const { groups, count } = await this.dependencies.overviewRepository.list(asked, waiting, context)
    const automatic = groups.filter(({ kind }) => kind === "automatic").map(({ id }) => id)
    const sentences = await this.describeCriteriaOf(automatic, params.language, context)
    return { groups: groups.map((group) => ({ ...group, criteria_sentence: sentences.get(group.id) ?? null })), count }
  }

  /** @throws NOT_FOUND the group does not exist or is deleted */
  @InjectManager()
  async retrieveGroupOverview(groupId: string, @MedusaContext() context: Context = {}): Promise<AdminGroupDetails> {
    const waiting = await listWaitingForFacts(this.dependencies, context)
    const group = await this.dependencies.overviewRepository.retrieve(groupId, waiting, context)
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
   * Price lists, single prices and promotions that have the group among their conditions.
   * @throws NOT_FOUND the group does not exist or is deleted
   */
  @InjectManager()
  async retrieveUsage(groupId: string, @MedusaContext() context: Context = {}): Promise<AdminGroupUsage> {
    await this.requireGroup(groupId, context)
    return this.dependencies.usageRepository.retrieve(groupId, context)
  }

  /**
   * Adds and removes members of a group by hand, as one operation: all of it, or nothing. Who is in already is not
   * added twice; who is not in is not removed. A choice by a filter may be large: it stands in the history as running
   * from its first moment, and can be cancelled.
   *
   * @throws NOT_FOUND the group or some of the customers do not exist · INVALID_DATA the same id in add and remove, too many ids
   */
  async changeMembers(input: ChangeMembersInput, context: Context = {}): Promise<GroupOperationDTO> {
    // Within a transaction of the caller's nothing of it can be seen before the end.
    if (isLongChange(input) && !context.transactionManager) {
      const { operation } = await this.workOnRecord({ kind: "change_members", input }, input.operation_id)
      return operation
    }
    return this.retried((within) => this.changeMembers_(input, within), context)
  }

  @InjectTransactionManager()
  protected async changeMembers_(input: ChangeMembersInput, @MedusaContext() context: Context = {}) {
    return changeMembers(this.dependencies, input, new Date(), context)
  }

  /**
   * Puts one customer into groups and takes them out of others, by hand: an operation a group, all of them or none.
   *
   * @throws NOT_FOUND the customer or some of the groups do not exist · INVALID_DATA the same id in add and remove
   */
  async changeGroupsOfCustomer(input: ChangeCustomerGroupsInput, context: Context = {}): Promise<GroupOperationDTO[]> {
    return this.retried((within) => this.changeGroupsOfCustomer_(input, within), context)
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
    await this.dependencies.operationsRepository.holdAgain(operationIds, context)
    await this.dependencies.operationsRepository.fail(operationIds, error, context)
    this.wakeRelay()
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
}
