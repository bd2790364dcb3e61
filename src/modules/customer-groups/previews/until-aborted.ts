/** Milliseconds between attempts: an attempt between two statements of the work finds nothing to cancel. */
const AGAIN = 250

/**
 * Does work that somebody else can end: once the signal is aborted, `cancel` is called until the work has ended.
 *
 * @param cancel ends what is running right now; the work then fails
 * @throws the signal's reason, whatever the work failed with, once the signal is aborted
 */
export async function untilAborted<Result>(
  signal: AbortSignal | undefined,
  cancel: () => Promise<void>,
  work: () => Promise<Result>,
): Promise<Result> {
  if (!signal) return work()
  let attempts: NodeJS.Timeout | undefined
  // A connection for it may not be had at once either; the next attempt comes soon.
  const attempt = () => void cancel().catch(() => undefined)
  const onAbort = () => {
    attempt()
    attempts = setInterval(attempt, AGAIN)
  }
  signal.throwIfAborted()
  signal.addEventListener("abort", onAbort, { once: true })
  try {
    return await work()
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    signal.removeEventListener("abort", onAbort)
    clearInterval(attempts)
  }
}
