import type { Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext } from "@medusajs/framework/utils"
import type { AdminCustomerGroupsHealth, AdminWaitingRows } from "../../../types/http/health"
import { PendingCustomersService } from "./pending-customers"

/** Runs are written down at most this often while all goes well. */
const NOTED_EVERY = 300_000

/** What to watch, for monitoring. */
export class HealthService extends PendingCustomersService {
  private readonly noted = new Map<string, number>()

  /** How the work in the background does: what waits and for how long, what is held, fails or is stuck. */
  @InjectManager()
  async retrieveHealth(@MedusaContext() context: Context = {}): Promise<AdminCustomerGroupsHealth> {
    const {
      attentionRepository,
      outboxRepository,
      pendingCustomersRepository,
      statisticsRepository,
      untoldChangesRepository,
      workerRunsRepository,
    } = this.dependencies
    const [counts, events, state, evaluations, runs, queue] = await Promise.all([
      outboxRepository.retrieveLag(context),
      untoldChangesRepository.retrieveLag(context),
      statisticsRepository.retrieveState(context),
      attentionRepository.count(context),
      workerRunsRepository.list(context),
      pendingCustomersRepository.retrieveState(context),
    ])
    const telling = runs.find(({ name }) => name === "events")
    return {
      queue: {
        ...queue,
        oldest_due_at: queue.oldest_due_at && new Date(queue.oldest_due_at).toISOString(),
        oldest_due_age: ageOf(queue.oldest_due_at),
      },
      relay: {
        counts: waiting(counts),
        events: waiting(events),
        error: telling?.error ?? null,
        failing_since: telling?.failing_since ?? null,
      },
      statistics: {
        status: state.status,
        as_of: state.as_of && new Date(state.as_of).toISOString(),
        is_rebuilding: state.is_rebuilding,
        progress: state.is_rebuilding && state.steps_total ? state.steps_done / state.steps_total : null,
      },
      evaluations,
      last_runs: runs,
    }
  }

  /** Does a piece of work in the background, and keeps for `retrieveHealth` when that was and why it failed. */
  protected async onRecord<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    try {
      const result = await work()
      await this.note(name, null)
      return result
    } catch (error) {
      await this.note(name, (error as Error).message)
      throw error
    }
  }

  private async note(name: string, error: string | null): Promise<void> {
    const last = this.noted.get(name) ?? -Infinity
    if (error === null && Date.now() - last < NOTED_EVERY) return
    // After a failure the next success is written down at once.
    this.noted.set(name, error === null ? Date.now() : -Infinity)
    // A database that is away is what went wrong, then.
    await this.noteRun_(name, error).catch(() => undefined)
  }
}

const waiting = ({ rows, oldest_at }: { rows: number; oldest_at: string | Date | null }): AdminWaitingRows => ({
  rows,
  oldest_at: oldest_at && new Date(oldest_at).toISOString(),
  oldest_age: ageOf(oldest_at),
})

/** Whole seconds since a moment; 0 if there is none. */
const ageOf = (moment: string | Date | null): number =>
  moment ? Math.max(0, Math.floor((Date.now() - new Date(moment).getTime()) / 1_000)) : 0
