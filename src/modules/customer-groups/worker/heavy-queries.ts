import { Semaphore, withTimeout, type SemaphoreInterface } from "async-mutex"

/** Two leave eight of the pool's ten connections, and a database of a few cores, to the shop. */
const AT_ONCE = 2
/** Milliseconds that a third waits before it is turned away. */
const WAIT = 5_000

/** How many queries over all customers a process runs at once, and how long others wait. */
export interface HeavyQueryLimits {
  /** 2, unless set. */
  atOnce?: number
  /** Milliseconds; 5,000, unless set. */
  waitMs?: number
}

/** Turned away: others are working through all customers. Medusa's error handler answers errors of this shape as 429. */
export class TooBusyError extends Error {
  readonly type = "too_many_requests"
  readonly status = 429
  readonly statusCode = 429
  readonly expose = true

  /** @param retryAfter seconds after which it is worth another try */
  constructor(readonly retryAfter: number) {
    super(`Other groups are being worked out right now. Try again in ${retryAfter} seconds.`)
    this.name = "TooBusyError"
  }
}

/** Lets few heavy queries of a process run at once: previews, insights and whole evaluations share it. */
export class HeavyQueries {
  private readonly all: SemaphoreInterface
  private readonly slots: SemaphoreInterface

  constructor({ atOnce = AT_ONCE, waitMs = WAIT }: HeavyQueryLimits = {}) {
    const retryAfter = Math.max(1, Math.ceil(waitMs / 1_000))
    this.all = new Semaphore(atOnce)
    this.slots = withTimeout(this.all, waitMs, new TooBusyError(retryAfter))
  }

  /**
   * Runs work when there is room for it.
   *
   * @param signal who waits and is no longer wanted does not begin
   * @throws TooBusyError after the wait
   */
  run<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    return this.slots.runExclusive(() => {
      signal?.throwIfAborted()
      return work()
    })
  }

  /** Runs work if there is room for it right now; who waits for their turn goes first. */
  async runIfFree(work: () => Promise<void>): Promise<void> {
    if (!this.all.isLocked()) await this.all.runExclusive(work)
  }

  /** Runs work when its turn comes, however long that takes: for what nobody sits and waits for. */
  runInTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.all.runExclusive(work)
  }
}
