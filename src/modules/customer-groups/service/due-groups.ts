import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { listWaitingForFacts } from "../evaluation/waiting-for-facts"
import type { DueGroup } from "../repositories/criteria"
import { sql } from "../sql/sql"
import { isOfTheData } from "../worker/batches"
import { Heartbeat } from "../worker/heartbeat"
import { AutomaticGroupsService } from "./automatic-groups"

/** After how many seconds others take a group whose process has died; a living one says so more often. */
const LEASE = 60
/** A group whose evaluation has failed is tried again by itself; a person, or an event, may be sooner. */
const AFTER_FAILURE = sql`clock_timestamp() + interval '1 hour'`

/** Groups that change as time passes. */
export class DueGroupsService extends AutomaticGroupsService {
  /**
   * Evaluates the group that has been due for the longest time; any number of processes share the work.
   *
   * @returns how many were taken: 1, or 0 when none is due
   */
  async evaluateDueGroup(): Promise<number> {
    const taken = await this.takeDueGroup_()
    if (!taken) return 0
    let lease: DueGroup | undefined = taken
    const heartbeat = new Heartbeat(async () => {
      lease = lease && (await this.extendLease_(lease))
    })
    try {
      await this.evaluateGroup({ group_id: taken.group_id, reason: "time_passed" })
    } catch (error) {
      // It stands in the group's history with its reason.
      if (isOfTheData(error)) await this.delayGroup_(taken.group_id)
    } finally {
      heartbeat.stop()
    }
    return 1
  }

  @InjectTransactionManager()
  protected async takeDueGroup_(@MedusaContext() context: Context = {}): Promise<DueGroup | undefined> {
    const waiting = await listWaitingForFacts(this.dependencies, context)
    return this.dependencies.criteriaRepository.takeDue(waiting, LEASE, context)
  }

  @InjectTransactionManager()
  protected async extendLease_(lease: DueGroup, @MedusaContext() context: Context = {}): Promise<DueGroup | undefined> {
    return this.dependencies.criteriaRepository.extendLease(lease, LEASE, context)
  }

  @InjectTransactionManager()
  protected async delayGroup_(groupId: string, @MedusaContext() context: Context = {}): Promise<void> {
    await this.dependencies.criteriaRepository.setDue(groupId, AFTER_FAILURE, context)
  }
}
