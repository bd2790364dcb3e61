/**
 * Takes further what the triggers wrote to the outbox: folds it into the counts. Reads are exact without it; it keeps
 * the outbox short. One run at a time in this process; the database sees to it that only one process is at it.
 */
export class Relay {
  private timer?: NodeJS.Timeout
  private running?: Promise<void>

  /**
   * @param fold does one batch and answers how many rows it took
   * @param onError is told what went wrong; the rows are still there for the next run
   */
  constructor(
    private readonly fold: () => Promise<number>,
    private readonly onError: (error: unknown) => void,
    private readonly intervalMs = 15_000,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.run(), this.intervalMs)
    this.timer.unref()
    void this.run()
  }

  /** Waits for the batch at hand. */
  async stop(): Promise<void> {
    clearInterval(this.timer)
    await this.running
  }

  /** Folds until nothing is left. */
  run(): Promise<void> {
    this.running ??= this.drain().finally(() => (this.running = undefined))
    return this.running
  }

  private async drain(): Promise<void> {
    try {
      while ((await this.fold()) > 0);
    } catch (error) {
      this.onError(error)
    }
  }
}
