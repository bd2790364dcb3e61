import { setTimeout as wait } from "node:timers/promises"

/** Milliseconds between attempts. */
const PAUSE = 10

/** Attempts at what somebody else will be done with soon, for a limited time in all. */
export class Patience {
  /** @param left milliseconds */
  constructor(private left: number) {}

  /** Tries again and again; false when the time is over. The first attempt is free. */
  async until(attempt: () => Promise<boolean>): Promise<boolean> {
    while (!(await attempt())) {
      if (this.left <= 0) return false
      const begun = performance.now()
      await wait(Math.min(PAUSE, this.left))
      this.left -= performance.now() - begun
    }
    return true
  }
}
