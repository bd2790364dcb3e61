/**
 * Sees to it that what customers have ordered is counted: at the start of the process, and again after a pause for as
 * long as that failed or was ended.
 */
export class StatisticsBuilder {
  private readonly ending = new AbortController()
  private timer?: NodeJS.Timeout
  private running?: Promise<void>

  /**
   * @param build counts what is not counted yet; ends after the step at hand when the signal says so. Answers whether
   * the statistics are ready
   * @param onError is told what went wrong
   */
  constructor(
    private readonly build: (signal: AbortSignal) => Promise<boolean>,
    private readonly onError: (error: unknown) => void,
    private readonly pauseMs = 15_000,
  ) {}

  start(): void {
    this.running = this.run()
  }

  /** Waits for the step at hand; whoever starts next goes on there. */
  async stop(): Promise<void> {
    this.ending.abort()
    clearTimeout(this.timer)
    await this.running
  }

  private async run(): Promise<void> {
    try {
      if (await this.build(this.ending.signal)) return
    } catch (error) {
      this.onError(error)
    }
    if (this.ending.signal.aborted) return
    this.timer = setTimeout(() => this.start(), this.pauseMs)
    this.timer.unref()
  }
}
