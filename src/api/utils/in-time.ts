import { setTimeout as wait } from "node:timers/promises"

/** Milliseconds for which a request waits for long work before it answers 202. */
const PATIENCE = 2_000

/**
 * Waits for work for as long as a request should; the work goes on in any case.
 *
 * @param onFailure is told when the work fails after nobody waits for it any more
 * @returns what the work answered; undefined if it is not done yet
 */
export async function inTime<Result>(
  work: Promise<Result>,
  onFailure: (error: Error) => void,
  patienceMs = PATIENCE,
): Promise<Result | undefined> {
  const giveUp = new AbortController()
  const late = wait(patienceMs, undefined, { signal: giveUp.signal }).catch(() => undefined)
  try {
    const done = await Promise.race([work.then((result) => ({ result })), late])
    if (!done) work.catch(onFailure)
    return done?.result
  } finally {
    giveUp.abort()
  }
}
