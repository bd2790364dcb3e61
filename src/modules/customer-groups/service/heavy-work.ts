import type { Context } from "@medusajs/framework/types"
import { IsolationLevel } from "@medusajs/framework/mikro-orm/core"
import { InjectManager, InjectTransactionManager, MedusaContext, MedusaError } from "@medusajs/framework/utils"
import { untilAborted } from "../previews/until-aborted"
import type { RunningTransaction } from "../repositories/previews"
import { DueGroupsService } from "./due-groups"

/** A piece of work that reads much, within a transaction of the caller's. */
export type HeavyPart = (context: Context) => Promise<void>

/** Work that somebody waits for at a page. */
export interface HeavyWork {
  /** Independent of each other, the slowest first. */
  parts: HeavyPart[]
  signal?: AbortSignal
  /** Milliseconds that one statement may take. */
  timeoutMs: number
  /** What is said to somebody whose statement took longer. */
  tookTooLong: string
}

const CANCELLED = "57014"

/** Long reading that ends in the database too when nobody waits for it any more. */
export class HeavyWorkService extends DueGroupsService {
  /**
   * Works through all parts, on two connections where nobody else needs the second.
   *
   * @throws TooBusyError too many at once · NOT_ALLOWED a statement took too long · the signal's reason, once it is aborted
   */
  protected async workHard(work: HeavyWork): Promise<void> {
    const { parts, signal } = work
    await this.learnSizes()
    const failed = new AbortController()
    const ending = AbortSignal.any([failed.signal, ...(signal ? [signal] : [])])
    // One moment for the numbers of a part, so that they fit each other.
    const lane = () =>
      this.workThrough_({ ...work, signal: ending }, { isolationLevel: IsolationLevel.REPEATABLE_READ })
    try {
      // Each lane is one of the heavy queries that a process runs.
      await Promise.all([this.heavyQueries.run(lane, signal), parts.length > 1 && this.heavyQueries.runIfFree(lane)])
    } catch (error) {
      failed.abort(error)
      throw error
    }
  }

  /** Takes one part after the other from the front until none is left: two lanes share them. */
  @InjectTransactionManager()
  protected async workThrough_(work: HeavyWork, @MedusaContext() context: Context = {}): Promise<void> {
    const { parts, signal, timeoutMs, tookTooLong } = work
    const running = await this.dependencies.previewsRepository.begin(timeoutMs, context)
    const takeParts = async () => {
      for (let part = parts.shift(); part; part = parts.shift()) {
        signal?.throwIfAborted()
        await part(context)
      }
    }
    try {
      await untilAborted(signal, () => this.cancel_(running), takeParts)
    } catch (error) {
      if ((error as { code?: string }).code !== CANCELLED) throw error
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, tookTooLong)
    }
  }

  /** On a connection of its own: that of the work is busy. */
  @InjectManager()
  protected async cancel_(running: RunningTransaction, @MedusaContext() context: Context = {}): Promise<void> {
    await this.dependencies.previewsRepository.cancel(running, context)
  }
}
