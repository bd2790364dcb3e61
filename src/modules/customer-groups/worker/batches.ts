/** Customers in a batch: at least and at first, and at most. Much is the same for a batch of any size. */
const LEAST = 50
const MOST = 500
/** Milliseconds that a batch should take: other work of the process and other workers get their turn in between. */
const WANTED = 1_000

/** How many customers to take at once: as many as are done in about a second. */
export class BatchSize {
  private size = LEAST

  get customers(): number {
    return this.size
  }

  /** Learns from a batch. One that was not full says nothing of a full one. */
  learn(customers: number, milliseconds: number): void {
    if (customers < this.size) return
    const bearable = Math.floor((customers * WANTED) / Math.max(milliseconds, 1))
    this.size = Math.max(LEAST, Math.min(bearable, this.size * 2, MOST))
  }
}

/**
 * Does work for several, that fails for all when it fails for one: then again for each half, down to those who fail alone.
 *
 * @param giveUp is told who fails alone, and why
 */
export async function inHalves(
  ids: readonly string[],
  work: (ids: readonly string[]) => Promise<void>,
  giveUp: (id: string, error: unknown) => Promise<void>,
): Promise<void> {
  if (!ids.length) return
  try {
    await work(ids)
  } catch (error) {
    if (!isOfTheData(error)) throw error
    if (ids.length === 1) return giveUp(ids[0] as string, error)
    const half = Math.ceil(ids.length / 2)
    await inHalves(ids.slice(0, half), work, giveUp)
    await inHalves(ids.slice(half), work, giveUp)
  }
}

/** SQLSTATE classes of a database that is away, full or busy: trying the same again helps, and nobody's data is at fault. */
const PASSING = /^(08|25|40|53|55|57P|58)/
/** What Node.js and the pool say of a connection that is not to be had. */
const NO_CONNECTION = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)/

/** Whether an error may be due to what is worked on, rather than to the database being away or busy. */
export const isOfTheData = (error: unknown): boolean => {
  const { code = "", name = "", message = "" } = error as { code?: string; name?: string; message?: string }
  return !(
    PASSING.test(code) ||
    NO_CONNECTION.test(code) ||
    /Timeout/.test(name) ||
    /connection (terminated|ended)|unable to acquire a connection|transaction query already complete/i.test(message)
  )
}
