/** Milliseconds until the first attempt after a failure; twice as long after each further one. */
const FIRST_WAIT = 1_000
const LONGEST_WAIT = 60_000
/** Milliseconds from a wake-up to the run: what it is for may still have to be committed, and others may come. */
const WAKING = 50

/**
 * Does work of the background again and again: at once when it is woken, and at an interval as the net. One run at a time
 * in this process; the database sees to it that only one process is at it. After a failure it waits, longer each time.
 */
export class Relay {
  private interval?: NodeJS.Timeout
  private timer?: NodeJS.Timeout
  private running?: Promise<void>
  private isStarted = false
  private isStopped = false
  private failures = 0
  private waitsUntil = 0

  /**
   * @param work does one batch and answers how many rows it took
   * @param onError is told what went wrong; the rows are still there for the next run
   */
  constructor(
    private readonly work: () => Promise<number>,
    private readonly onError: (error: unknown) => void,
    private readonly intervalMs = 15_000,
  ) {}

  start(): void {
    this.isStarted = true
    this.interval = setInterval(() => void this.runUnlessWaiting(), this.intervalMs)
    this.interval.unref()
    void this.run()
  }

  /** Runs soon; not before it is started. Costs nothing if it does so anyway. */
  wake(): void {
    if (this.isStarted) this.runIn(WAKING)
  }

  /** Waits for the batch at hand. */
  async stop(): Promise<void> {
    this.isStopped = true
    clearInterval(this.interval)
    clearTimeout(this.timer)
    await this.running
  }

  /** Works until nothing is left. */
  run(): Promise<void> {
    this.running ??= this.drain().finally(() => (this.running = undefined))
    return this.running
  }

  private runIn(milliseconds: number): void {
    if (this.isStopped || this.timer) return
    this.timer = setTimeout(
      () => {
        this.timer = undefined
        // A run that is under way may have looked before the wake-up.
        void (this.running ?? Promise.resolve()).then(() => this.runUnlessWaiting())
      },
      Math.max(milliseconds, this.waitsUntil - Date.now()),
    )
    this.timer.unref()
  }

  private async runUnlessWaiting(): Promise<void> {
    if (this.isStopped) return
    if (Date.now() < this.waitsUntil) this.runIn(0)
    else await this.run()
  }

  private async drain(): Promise<void> {
    try {
      while (!this.isStopped && (await this.work()) > 0);
      this.failures = 0
      this.waitsUntil = 0
    } catch (error) {
      const wait = Math.min(FIRST_WAIT * 2 ** this.failures++, LONGEST_WAIT)
      this.waitsUntil = Date.now() + wait
      this.onError(error)
      this.runIn(wait)
    }
  }
}
