import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type { CheckStatisticsOptions, RebuildStatisticsOptions, StatisticsCheck, StatisticsState } from "../../../types"
import { type LaneResult, runLanes } from "../statistics/lanes"
import { BaseService } from "./base"

/** Connections that a rebuild of the statistics works on; the pool has ten. */
const LANES = 2
const ROWS_PER_BATCH = 100_000
const ORDERS_PER_CHECK = 20_000
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
}
