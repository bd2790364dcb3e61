import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext, Modules } from "@medusajs/framework/utils"
import { CustomerGroupsEvents, type EvaluationEvent } from "../../../types/events"
import { planTelling, type Telling, type UntoldChange } from "../telling/plan"
import { publish } from "../telling/publish"
import { tellChanges, type Told } from "../telling/tell-changes"
import type { UnnotifiedEvaluation } from "../repositories/attention"
import { logLine } from "../worker/log-line"
import { ChangedCustomersService } from "./customers"

/** Changes that are looked at in one go, and events after which no further change is begun in it. */
const CHANGES_AT_ONCE = 200
const EVENTS_AT_ONCE = 1_000

const MAX_CUSTOMER_EVENTS = 1_000
const EMIT_TIME_LIMIT = 5_000

/** What is taken further after a change: into the counts, and to others. */
export class RelayService extends ChangedCustomersService {
  /** Folds what the triggers wrote into the counts, and puts it on the list of what others are told; see `Relay`. */
  @InjectTransactionManager()
  async foldOutbox(@MedusaContext() context: Context = {}): Promise<number> {
    return this.dependencies.outboxRepository.fold(context)
  }

  /** `foldOutbox`, for whoever looks again and again: one statement where nothing is to be done. */
  protected async foldWhatIsThere(): Promise<number> {
    return (await this.isAnythingUnfolded_()) ? this.foldOutbox() : 0
  }

  /**
   * Tells others of the oldest changes to memberships through Medusa's event bus: each at least once, those of a group in
   * order. In a process without a bus nothing is told.
   *
   * @returns how many changes were taken from the list; 0 also while another process is at it
   * @throws the bus did not take the events in time: they are told again
   */
  async tellChanges(): Promise<number> {
    const bus = this.dependencies[Modules.EVENT_BUS]
    if (!bus || !(await this.isAnythingUntold_())) return 0
    const begun = Date.now()
    const plan = planTelling(await this.announceChanges_(), {
      maxCustomerEvents: this.options.maxCustomerEvents ?? MAX_CUSTOMER_EVENTS,
      events: EVENTS_AT_ONCE,
    })
    if (!plan.told.length && !plan.dropped.length) return 0
    const { changes, events, dropped } = await this.tellChanges_(plan)
    if (changes + dropped)
      this.dependencies.logger.info(
        logLine("relay.told", { changes, events, not_told: dropped, ms: Date.now() - begun }),
      )
    return changes + dropped
  }

  @InjectManager()
  protected async isAnythingUnfolded_(@MedusaContext() context: Context = {}): Promise<boolean> {
    return this.dependencies.outboxRepository.isAnythingLeft(context)
  }

  @InjectManager()
  protected async isAnythingUntold_(@MedusaContext() context: Context = {}): Promise<boolean> {
    return this.dependencies.untoldChangesRepository.isAnythingLeft(context)
  }

  @InjectTransactionManager()
  protected async announceChanges_(@MedusaContext() context: Context = {}): Promise<UntoldChange[]> {
    const { untoldChangesRepository: untold } = this.dependencies
    return (await untold.tryLock(context)) ? untold.announce(CHANGES_AT_ONCE, context) : []
  }

  @InjectTransactionManager()
  protected async tellChanges_(plan: Telling, @MedusaContext() context: Context = {}): Promise<Told> {
    const bus = this.dependencies[Modules.EVENT_BUS]!
    return tellChanges(this.dependencies, bus, plan, this.emitTimeLimit, context)
  }

  /**
   * Marks operations as failed whose process has died, and tells of held and failed evaluations by events: a subscriber
   * makes notifications of the dashboard of them.
   *
   * @returns how many evaluations were told
   */
  async sweep(): Promise<number> {
    if (!(await this.isAttentionNeeded_())) return 0
    const abandoned = await this.failAbandonedOperations()
    if (abandoned) this.dependencies.logger.warn(logLine("operations.abandoned", { operations: abandoned }))
    return this.tellOfEvaluations_()
  }

  @InjectManager()
  protected async isAttentionNeeded_(@MedusaContext() context: Context = {}): Promise<boolean> {
    return this.dependencies.attentionRepository.isAnythingLeft(context)
  }

  @InjectTransactionManager()
  protected async tellOfEvaluations_(@MedusaContext() context: Context = {}): Promise<number> {
    const { taken, news } = await this.dependencies.attentionRepository.take(context)
    for (const { status, operation_id, group_id } of news)
      this.dependencies.logger.warn(logLine(`evaluation.${status}`, { operation_id, group_id }))
    const bus = this.dependencies[Modules.EVENT_BUS]
    if (bus) await publish(bus, news.map(messageOf), this.emitTimeLimit)
    return taken
  }

  /** Notes that this process was at one kind of work, and what went wrong with it. */
  @InjectManager()
  protected async noteRun_(name: string, error: string | null, @MedusaContext() context: Context = {}): Promise<void> {
    await this.dependencies.workerRunsRepository.note(name, error, context)
  }

  protected get emitTimeLimit(): number {
    return this.options.emitTimeLimitMs ?? EMIT_TIME_LIMIT
  }
}

const messageOf = ({ status, operation_id, group_id }: UnnotifiedEvaluation) => ({
  name: CustomerGroupsEvents[status === "held" ? "EVALUATION_HELD" : "EVALUATION_FAILED"],
  data: { operation_id, group_id } satisfies EvaluationEvent,
})
