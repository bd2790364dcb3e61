import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type { ChangedCriteria, SetCriteriaInput } from "../../../types"
import { evaluatePending } from "../changes/evaluate-pending"
import { type LookedAt, lookedAt } from "../evaluation/looked-at"
import type {
  ChangedData,
  FailedCustomer,
  MarkSource,
  PendingCustomer,
  QueueState,
} from "../repositories/pending-customers"
import { PRODUCTS_WAIT } from "../marks/functions"
import { messageOf } from "../sql/message"
import { retryDeadlocks } from "../sql/retry"
import { BatchSize, inHalves, isOfTheData } from "../worker/batches"
import { logLine } from "../worker/log-line"
import { RelayService } from "./relay"

/** Milliseconds for which a process remembers what groups look at. What it misses the triggers mark for a minute later. */
const REMEMBERED = 3_000
/** Longer reasons are cut. */
const LONGEST_REASON = 500

/** A batch that failed, and whom it was for. */
class FailedBatch extends Error {
  constructor(
    readonly customerIds: string[],
    readonly reason: unknown,
  ) {
    super((reason as Error).message)
  }
}

/** Customers who have changed: marked by whoever sees the change, evaluated by a worker soon after. */
export class PendingCustomersService extends RelayService {
  /** What groups look at may be something else from now on; other processes notice within seconds. */
  override async setCriteria(input: SetCriteriaInput, context: Context = {}): Promise<ChangedCriteria> {
    try {
      return await super.setCriteria(input, context)
    } finally {
      this.remembered = undefined
    }
  }

  /** Evaluates soon what has just been marked. Does nothing in a process that leaves this to others. */
  protected wakeEvaluator: () => void = () => undefined

  private readonly batchSize = new BatchSize()
  private remembered?: { until: number; lookedAt: Promise<LookedAt> }

  /**
   * Marks customers as changed, so that they are evaluated soon: at most a second or two later. Orders always mark, since
   * what customers have ordered follows the shop; the rest only where an active group looks at it.
   *
   * @param source what the ids are of: customers, or rows of Medusa's that belong to one
   * @example await customerGroups.markChanged("customer", ["cus_1"], "profile")
   */
  async markChanged(source: MarkSource, ids: string[], what: ChangedData): Promise<void> {
    if (!ids.length) return
    if (what !== "orders" && !(await this.lookedAt()).has(what)) return
    if (await this.mark_(source, ids, what)) this.wakeEvaluator()
  }

  /** Marks what a product that was put elsewhere changes: the groups that ask for it are evaluated whole, soon. */
  async markProductsMoved(): Promise<void> {
    await this.markGroupsDue((await this.lookedAt()).places, PRODUCTS_WAIT)
  }

  /** Marks groups as to be evaluated whole, at the latest after some seconds. */
  async markGroupsDue(groupIds: string[], afterSeconds = 0): Promise<void> {
    if (!groupIds.length) return
    await this.markGroups_(groupIds, afterSeconds)
    this.wakeEvaluator()
  }

  /**
   * Marks whose exclusion or minimum stay has ended since this was last done, in whichever process.
   * @returns how many marks that makes
   */
  async markEnded(): Promise<number> {
    const marked = await this.markEnded_()
    if (marked) this.wakeEvaluator()
    return marked
  }

  /** Has the worker of this process look at the queue; for changes that have marked customers by themselves. */
  evaluateSoon(): void {
    this.wakeEvaluator()
  }

  /** How many customers wait for their evaluation, since when, and of how many it has failed for good. */
  @InjectManager()
  async retrieveQueueState(@MedusaContext() context: Context = {}): Promise<QueueState> {
    return this.dependencies.pendingCustomersRepository.retrieveState(context)
  }

  /** Customers whose evaluation failed the last time, with the reason; at most 100. */
  @InjectManager()
  async listFailedCustomers(@MedusaContext() context: Context = {}): Promise<FailedCustomer[]> {
    return this.dependencies.pendingCustomersRepository.listFailed(100, context)
  }

  /**
   * Evaluates customers who are due: one batch, each in all groups, in one transaction. Of a batch that fails the
   * customers are tried in halves, until only those are left who fail alone: they are tried again later.
   *
   * @returns how many rows were worked off; 0 when nothing is due
   */
  async evaluatePending(): Promise<number> {
    if (!(await this.isAnythingDue_())) return 0
    const begun = Date.now()
    try {
      const taken = await retryDeadlocks(() => this.evaluateBatch_(this.batchSize.customers))
      this.batchSize.learn(taken, Date.now() - begun)
      return taken
    } catch (error) {
      if (!(error instanceof FailedBatch) || !isOfTheData(error.reason) || !error.customerIds.length)
        throw error instanceof FailedBatch ? error.reason : error
      await inHalves(
        error.customerIds,
        (ids) => retryDeadlocks(() => this.evaluateAmong_(ids)),
        (id, cause) => this.noteFailedCustomer(id, cause as Error),
      )
      return error.customerIds.length
    } finally {
      this.wakeRelay()
    }
  }

  @InjectManager()
  protected async isAnythingDue_(@MedusaContext() context: Context = {}): Promise<boolean> {
    return this.dependencies.pendingCustomersRepository.isAnythingDue(context)
  }

  @InjectTransactionManager()
  protected async evaluateBatch_(limit: number, @MedusaContext() context: Context = {}): Promise<number> {
    const taken = await this.dependencies.pendingCustomersRepository.take(limit, context)
    try {
      await evaluatePending(this.dependencies, taken, this.environment(), context)
    } catch (error) {
      if ((error as { code?: string }).code === "40P01") throw error
      throw new FailedBatch(customersIn(taken), error)
    }
    return taken.length
  }

  @InjectTransactionManager()
  protected async evaluateAmong_(
    customerIds: readonly string[],
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    const taken = await this.dependencies.pendingCustomersRepository.takeCustomers(customerIds, context)
    await evaluatePending(this.dependencies, taken, this.environment(), context)
  }

  private async noteFailedCustomer(customerId: string, error: Error): Promise<void> {
    const attempts = await this.noteFailedCustomer_(customerId, messageOf(error).slice(0, LONGEST_REASON))
    const { code } = error as { code?: string }
    this.dependencies.logger.warn(logLine("customer.failed", { customer_id: customerId, attempts, code }))
  }

  @InjectTransactionManager()
  protected async noteFailedCustomer_(
    customerId: string,
    reason: string,
    @MedusaContext() context: Context = {},
  ): Promise<number> {
    return this.dependencies.pendingCustomersRepository.noteFailure(customerId, reason, context)
  }

  @InjectManager()
  protected async mark_(
    source: MarkSource,
    ids: string[],
    what: ChangedData,
    @MedusaContext() context: Context = {},
  ): Promise<number> {
    return this.dependencies.pendingCustomersRepository.mark(source, ids, what, context)
  }

  @InjectManager()
  protected async markGroups_(
    groupIds: string[],
    afterSeconds: number,
    @MedusaContext() context: Context = {},
  ): Promise<void> {
    await this.dependencies.pendingCustomersRepository.markGroups(groupIds, "groups", afterSeconds, context)
  }

  @InjectManager()
  protected async markEnded_(@MedusaContext() context: Context = {}): Promise<number> {
    return this.dependencies.endsRepository.mark(context)
  }

  private lookedAt(): Promise<LookedAt> {
    if (this.remembered && this.remembered.until > Date.now()) return this.remembered.lookedAt
    const found = this.lookedAt_()
    this.remembered = { until: Date.now() + REMEMBERED, lookedAt: found }
    found.catch(() => (this.remembered = undefined))
    return found
  }

  @InjectManager()
  protected async lookedAt_(@MedusaContext() context: Context = {}): Promise<LookedAt> {
    return lookedAt(await this.dependencies.criteriaRepository.list(context))
  }
}

const customersIn = (taken: readonly PendingCustomer[]): string[] => [
  ...new Set(taken.flatMap(({ customer_id }) => (customer_id === null ? [] : [customer_id]))),
]
