import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type {
  AdminGroupCriteria,
  ChangedCriteria,
  DecideHeldInput,
  EvaluateGroupInput,
  GroupOperationDTO,
  GroupSettings,
  PauseGroupInput,
  RemoveCriteriaInput,
  SetCriteriaInput,
} from "../../../types"
import {
  applyHeld,
  discardHeld,
  evaluateGroup,
  type EvaluationOnRecord,
  requireEvaluable,
} from "../changes/evaluate-group"
import { beginEvaluation, noteFailure } from "../changes/evaluation-on-record"
import { checkSettings, removeCriteria, setCriteria, setPaused } from "../changes/set-criteria"
import type { Environment } from "../criteria"
import { treesOf } from "../evaluation/trees"
import { messageOf } from "../sql/message"
import { isOfTheData } from "../worker/batches"
import { Heartbeat } from "../worker/heartbeat"
import { logLine } from "../worker/log-line"
import { StatisticsService } from "./statistics"

/** Seconds after which a group is evaluated by itself whose evaluation failed because the database was away. */
const AFTER_OUTAGE = 5

/** Groups that fill themselves. */
export class AutomaticGroupsService extends StatisticsService {
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
   * Makes sure that a group could be made automatic by these, and evaluated now. Changes nothing.
   *
   * @throws INVALID_DATA naming the place in the criteria · NOT_ALLOWED what customers have ordered is still being counted
   */
  @InjectManager()
  async checkCriteria(given: GroupSettings, @MedusaContext() context: Context = {}): Promise<void> {
    const settings = await checkSettings(this.dependencies, given, context)
    for (const tree of treesOf(settings)) await requireEvaluable(this.dependencies, tree, context)
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
    const operation = await removeCriteria(this.dependencies, input, context)
    this.wakeRelay()
    return operation
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
    // Within a transaction of the caller's nothing of it can be seen before the end.
    if (context.transactionManager) return this.evaluateGroup_(input, context)
    const running = (await this.beginEvaluation_(input))?.id
    const begun = Date.now()
    const heartbeat = new Heartbeat(async () => void (running && (await this.beat_(running))))
    try {
      const operation = await this.heavyQueries.runInTurn(() =>
        this.withKnownSizes(() => this.evaluateGroup_({ ...input, running })),
      )
      if (operation) this.logEvaluation(operation, Date.now() - begun)
      return operation
    } catch (error) {
      await this.noteFailedEvaluation_({ ...input, running }, error)
      throw error
    } finally {
      heartbeat.stop()
      this.wakeRelay()
    }
  }

  private logEvaluation({ id, group_id, status, reason, joined, left }: GroupOperationDTO, ms: number): void {
    const fields = { operation_id: id, group_id, status, reason, joined, left, ms }
    this.dependencies.logger.info(logLine("evaluation.done", fields))
  }

  @InjectTransactionManager()
  protected async evaluateGroup_(input: EvaluationOnRecord, @MedusaContext() context: Context = {}) {
    await this.dependencies.locksRepository.lockEvaluation(input.group_id, context)
    return evaluateGroup(this.dependencies, input, this.environment(), context)
  }

  @InjectTransactionManager()
  protected async beginEvaluation_(input: EvaluateGroupInput, @MedusaContext() context: Context = {}) {
    return beginEvaluation(this.dependencies, input, context)
  }

  @InjectTransactionManager()
  protected async beat_(operationId: string, @MedusaContext() context: Context = {}): Promise<void> {
    await this.dependencies.operationsRepository.beat(operationId, context)
  }

  /** The evaluation of a group that is going on; the newest, if there are several. */
  @InjectManager()
  async retrieveRunningEvaluation(
    groupId: string,
    @MedusaContext() context: Context = {},
  ): Promise<GroupOperationDTO | undefined> {
    return this.dependencies.operationsRepository.retrieveRunning(groupId, context)
  }

  /** Marks operations as failed of which the process has died; what it had not committed is undone already. */
  @InjectTransactionManager()
  async failAbandonedOperations(@MedusaContext() context: Context = {}): Promise<number> {
    return this.dependencies.operationsRepository.failAbandoned(context)
  }

  @InjectTransactionManager()
  protected async noteFailedEvaluation_(
    input: EvaluationOnRecord,
    error: unknown,
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    await noteFailure(this.dependencies, input, messageOf(error), context)
    if (!isOfTheData(error)) await this.dependencies.criteriaRepository.makeDue([input.group_id], AFTER_OUTAGE, context)
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
    const applied = await applyHeld(this.dependencies, input, this.environment(), context)
    this.wakeRelay()
    return applied
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

  protected environment(): Environment {
    return { now: new Date(), timeZone: this.options.timeZone ?? "UTC" }
  }
}
