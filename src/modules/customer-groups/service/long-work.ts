import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext, MedusaError } from "@medusajs/framework/utils"
import type { GroupActor, GroupOperationDTO, LongWork } from "../../../types"
import { carryOut, checkWork, type WorkDone } from "../changes/long-work"
import { NOBODY } from "../changes/dependencies"
import { newOperationId } from "../operation-id"
import { operationNotFound, workCancelled } from "../errors"
import type { Progress } from "../sql/in-parts"
import { messageOf } from "../sql/message"
import { Heartbeat } from "../worker/heartbeat"
import { logLine } from "../worker/log-line"
import { CopiesService } from "./copies"

/** Milliseconds between attempts to end a statement: an attempt between two statements finds nothing to end. */
const AGAIN = 250
/** Then the work ends at its next part. */
const ATTEMPTS = 8

interface WatchedProgress extends Progress {
  beat(): Promise<void>
  /** From the beginning: what was done so far was taken back. */
  restart(): void
}

interface Begun {
  id: string
  work: LongWork
}

/**
 * Work that may take long: it stands in the history as running from its first moment, says how far it is, can be
 * cancelled, and is done again by another process if its own dies. It still changes everything or nothing.
 */
export class LongWorkService extends CopiesService {
  /**
   * Does long work, and waits for its end.
   *
   * @param id that the operation shall have
   * @throws as the change itself; what is wrong from the start leaves no trace in the history
   */
  protected async workOnRecord(work: LongWork, id: string = newOperationId()): Promise<WorkDone> {
    await this.beginWork_({ id, work })
    // Nobody else has it: it has just begun.
    return (await this.finishWork({ id, work })) as WorkDone
  }

  /**
   * Ends long work while it runs: nothing of it stands.
   *
   * @throws NOT_FOUND no such operation · NOT_ALLOWED it is not running, or cannot be cancelled
   */
  async cancelOperation(operationId: string): Promise<GroupOperationDTO> {
    const cancelled = await this.markCancelled_(operationId)
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (!(await this.interrupt_(operationId))) break
      await new Promise((resolve) => setTimeout(resolve, AGAIN))
    }
    return cancelled
  }

  /** Long work while it runs; undefined once it is done, or if there is none of this id. */
  @InjectManager()
  async retrieveRunningWork(
    operationId: string,
    @MedusaContext() context: Context = {},
  ): Promise<GroupOperationDTO | undefined> {
    const operation = await this.dependencies.operationsRepository.retrieve(operationId, context)
    return operation?.status === "running" ? operation : undefined
  }

  /** Does again what a process has left that died. Answers how many operations there were. */
  async resumeAbandonedWork(): Promise<number> {
    const abandoned = await this.takeAbandonedWork_()
    if (!abandoned) return 0
    this.dependencies.logger.warn(logLine("operation.resumed", { operation_id: abandoned.id }))
    try {
      const done = await this.finishWork(abandoned)
      if (done?.hasOtherCriteria) await this.makeDue_(done.operation.group_id)
    } catch (error) {
      // It stands in the group's history with its reason.
      if (!(error instanceof MedusaError)) throw error
    }
    return 1
  }

  /** @returns what was done; undefined if another process is still at it */
  private async finishWork(begun: Begun): Promise<WorkDone | undefined> {
    const started = Date.now()
    const done = await this.doWork(begun)
    if (done) this.logWork(done.operation, Date.now() - started)
    return done
  }

  private async doWork(begun: Begun): Promise<WorkDone | undefined> {
    const progress = this.progressOf(begun.id)
    const heartbeat = new Heartbeat(() => progress.beat())
    try {
      return await this.heavyQueries.runInTurn(() =>
        this.withKnownSizes(() => this.retried((context) => this.carryOut_(begun, progress, context), {})),
      )
    } catch (error) {
      // A statement that somebody has ended says no more than that it was ended.
      if (!(await this.failWork_(begun.id, messageOf(error)))) throw workCancelled()
      throw error
    } finally {
      heartbeat.stop()
    }
  }

  private logWork({ id, group_id, type, joined, left }: GroupOperationDTO, ms: number): void {
    const fields = { operation_id: id, group_id, type, joined, left, ms }
    this.dependencies.logger.info(logLine("operation.done", fields))
  }

  /** On connections of its own: what the work itself writes is seen by nobody before its end. */
  private progressOf(id: string): WatchedProgress {
    let rows = { done: 0, total: 0 }
    const note = async () => {
      if (!(await this.noteProgress_(id, rows))) throw workCancelled()
    }
    return {
      restart: () => void (rows = { done: 0, total: 0 }),
      expect: (more) => {
        rows.total += more
        return note()
      },
      did: (more) => {
        rows.done += more
        return note()
      },
      beat: note,
    }
  }

  @InjectTransactionManager()
  protected async beginWork_({ id, work }: Begun, @MedusaContext() context: Context = {}): Promise<void> {
    const { longWorkRepository, operationsRepository } = this.dependencies
    const operation = await checkWork(this.dependencies, work, new Date(), context)
    const actor: GroupActor = work.input.actor ?? NOBODY
    await operationsRepository.record({ ...operation, id, status: "running" }, actor, context)
    await longWorkRepository.keep(id, work, context)
  }

  @InjectTransactionManager()
  protected async carryOut_(
    { id, work }: Begun,
    progress: WatchedProgress,
    @MedusaContext() context: Context = {},
  ): Promise<WorkDone | undefined> {
    // Whoever was taken for dead may still be at it.
    if (!(await this.dependencies.longWorkRepository.tryLock(id, context))) return undefined
    progress.restart()
    return carryOut(this.dependencies, work, { id, progress }, new Date(), context)
  }

  @InjectTransactionManager()
  protected async noteProgress_(
    id: string,
    rows: { done: number; total: number },
    @MedusaContext() context: Context = {},
  ): Promise<boolean> {
    return this.dependencies.longWorkRepository.note(id, rows, context)
  }

  /** What somebody has cancelled stays that: false then. */
  @InjectTransactionManager()
  protected async failWork_(id: string, message: string, @MedusaContext() context: Context = {}): Promise<boolean> {
    return this.dependencies.longWorkRepository.fail(id, message, context)
  }

  @InjectTransactionManager()
  protected async takeAbandonedWork_(@MedusaContext() context: Context = {}): Promise<Begun | undefined> {
    return this.dependencies.longWorkRepository.takeAbandoned(context)
  }

  @InjectTransactionManager()
  protected async makeDue_(groupId: string, @MedusaContext() context: Context = {}): Promise<void> {
    await this.dependencies.criteriaRepository.makeDue([groupId], 0, context)
  }

  @InjectTransactionManager()
  protected async markCancelled_(id: string, @MedusaContext() context: Context = {}): Promise<GroupOperationDTO> {
    const { longWorkRepository, operationsRepository } = this.dependencies
    const isCancelled = await longWorkRepository.markCancelled(id, context)
    const operation = await operationsRepository.retrieve(id, context)
    if (!operation) throw operationNotFound(id)
    if (!isCancelled)
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        operation.status === "running"
          ? `An operation "${operation.type}" cannot be cancelled.`
          : `The operation is not running: it is ${operation.status}.`,
      )
    return operation
  }

  /** Whether somebody was still at it. */
  @InjectManager()
  protected async interrupt_(id: string, @MedusaContext() context: Context = {}): Promise<boolean> {
    return this.dependencies.longWorkRepository.interrupt(id, context)
  }
}
