import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { checkKeptDays } from "../checks/options"
import type { CustomerGroupsOptions, Dependencies } from "./base"
import { ImportsService } from "./imports"

/** How far back it is kept who joined and left. */
export class PruningService extends ImportsService {
  /** @throws INVALID_DATA `keepHistoryDays` is no whole number of days */
  constructor(dependencies: Dependencies, options: CustomerGroupsOptions = {}, ...rest: unknown[]) {
    checkKeptDays(options.keepHistoryDays)
    super(dependencies, options, ...rest)
  }

  /**
   * Removes some of what is older than `keepHistoryDays` from the logs of memberships and exclusions; nothing where that
   * is not set. First nobody is answered it any more, and some time later its rows go.
   *
   * @returns how many rows were removed; 0 also while another process is at it
   */
  @InjectTransactionManager()
  async pruneHistory(@MedusaContext() context: Context = {}): Promise<number> {
    const { pruningRepository: pruning } = this.dependencies
    const days = this.options.keepHistoryDays
    if (days === undefined || !(await pruning.tryLock(context))) return 0
    const removed = await pruning.removeOldest(context)
    if (!removed) await pruning.raise(days, context)
    return removed
  }
}
