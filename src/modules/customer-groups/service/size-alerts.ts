import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext, Modules } from "@medusajs/framework/utils"
import { CustomerGroupsEvents, type SizeChangedEvent } from "../../../types/events"
import { checkAlertShare } from "../checks/options"
import type { SizeChange } from "../repositories/size-alerts"
import { publish } from "../telling/publish"
import { logLine } from "../worker/log-line"
import type { CustomerGroupsOptions, Dependencies } from "./base"
import { PruningService } from "./pruning"

const SHARE = 0.5

/** Telling of groups that have grown or shrunk by much. */
export class SizeAlertsService extends PruningService {
  /** @throws INVALID_DATA `alertShare` is neither a share nor `false` */
  constructor(dependencies: Dependencies, options: CustomerGroupsOptions = {}, ...rest: unknown[]) {
    checkAlertShare(options.alertShare)
    super(dependencies, options, ...rest)
  }

  /**
   * Tells by an event of each group that has grown or shrunk by more than `alertShare` within 24 hours, once a day and
   * direction; a subscriber makes notifications of the dashboard of them. In a process without a bus nothing is told.
   *
   * @returns how many groups were told
   * @throws the bus did not take the events in time: they are told again
   */
  @InjectTransactionManager()
  async tellOfSizes(@MedusaContext() context: Context = {}): Promise<number> {
    const bus = this.dependencies[Modules.EVENT_BUS]
    const { alertShare: share = SHARE } = this.options
    if (!bus || share === false) return 0
    const changes = await this.dependencies.sizeAlertsRepository.take(share, context)
    for (const change of changes) this.dependencies.logger.warn(logLine("group.size_changed", { ...change }))
    await publish(bus, changes.map(messageOf), this.emitTimeLimit)
    return changes.length
  }
}

const messageOf = ({ group_id, from, to }: SizeChange) => ({
  name: CustomerGroupsEvents.SIZE_CHANGED,
  data: {
    group_id,
    from,
    to,
    share: Math.round((Math.abs(to - from) / from) * 1_000) / 1_000,
    at: new Date().toISOString(),
  } satisfies SizeChangedEvent,
})
