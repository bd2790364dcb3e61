import type { Context } from "@medusajs/framework/types"
import { IsolationLevel } from "@medusajs/framework/mikro-orm/core"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type { CheckStatisticsOptions, RebuildStatisticsOptions, StatisticsCheck, StatisticsState } from "../../../types"
import type { Suspects } from "../repositories/statistics-check"
import { type LaneResult, runLanes } from "../statistics/lanes"
import { BaseService } from "./base"

/** Connections that a rebuild of the statistics works on; the pool has ten. */
const LANES = 2
const ROWS_PER_BATCH = 100_000
/** Customers whose facts are looked at again one by one, at most; of more a rebuild is faster. */
const LOOKED_AT_AGAIN = 20_000
const CUSTOMERS_PER_LOOK = 2_000
/** Ids that a check of the statistics answers at most. */
const DIFFERING_IDS = 1_000

/** What customers have ordered, kept ready for criteria to read. */
export class StatisticsService extends BaseService {
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

  /**
   * Builds what criteria read of orders, if it is not there: never built, a rebuild that was ended, or a shop whose
   * orders came before anybody counted.
   *
   * @returns whether it may be read now
   */
  async buildStatistics(signal?: AbortSignal): Promise<boolean> {
    const { status, is_rebuilding } = await this.noteUncounted_()
    if (status === "ready" && !is_rebuilding) return true
    return (await this.rebuildStatistics({ signal })).status === "ready"
  }

  @InjectTransactionManager()
  protected async noteUncounted_(@MedusaContext() context: Context = {}): Promise<StatisticsState> {
    await this.dependencies.statisticsRepository.noteUncounted(context)
    return this.dependencies.statisticsRepository.retrieveState(context)
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
   * Compares the facts of all customers with Medusa's tables. Whose differ as of the beginning are looked at again by
   * themselves: so who has ordered meanwhile is none of them, as soon as they are refreshed.
   *
   * Where a great part differs, all of them are told as they were found, and mending is a rebuild.
   */
  async checkStatistics({ mend = false }: CheckStatisticsOptions = {}): Promise<StatisticsCheck> {
    // One moment for all statements: facts of orders are compared with lines that were read minutes before.
    const { count, customer_ids } = await this.listSuspects_({ isolationLevel: IsolationLevel.REPEATABLE_READ })
    if (count > LOOKED_AT_AGAIN) {
      if (mend) await this.rebuildStatistics()
      return { differing: count, customer_ids: customer_ids.slice(0, DIFFERING_IDS), mended: mend ? count : 0 }
    }
    const found: StatisticsCheck = { differing: 0, customer_ids: [], mended: 0 }
    for (let from = 0; from < customer_ids.length; from += CUSTOMERS_PER_LOOK) {
      const ids = await this.checkCustomers_(customer_ids.slice(from, from + CUSTOMERS_PER_LOOK), mend)
      found.differing += ids.length
      found.mended += mend ? ids.length : 0
      found.customer_ids.push(...ids.slice(0, DIFFERING_IDS - found.customer_ids.length))
    }
    return found
  }

  @InjectTransactionManager()
  protected async listSuspects_(@MedusaContext() context: Context = {}): Promise<Suspects> {
    return this.dependencies.statisticsCheckRepository.listSuspects(ROWS_PER_BATCH, LOOKED_AT_AGAIN, context)
  }

  @InjectTransactionManager()
  protected async checkCustomers_(
    customerIds: string[],
    mend: boolean,
    @MedusaContext() context: Context = {},
  ): Promise<string[]> {
    const ids = await this.dependencies.statisticsRepository.listDifferences(customerIds, context)
    if (mend) await this.dependencies.statisticsRepository.refresh(ids, context)
    return ids
  }
}
