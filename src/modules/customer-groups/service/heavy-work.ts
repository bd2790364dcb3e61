import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext, MedusaError } from "@medusajs/framework/utils"
import { untilAborted } from "../previews/until-aborted"
import type { RunningTransaction } from "../repositories/previews"
import { DueGroupsService } from "./due-groups"

/** A piece of work that reads much, within a transaction of the caller's. */
export type HeavyPart = (context: Context) => Promise<void>

/** Work that somebody waits for at a page. */
export interface HeavyWork {
  /** Taken from the front until none is left: also by several at once. */
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
  /** Takes one part after the other until none is left. */
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
