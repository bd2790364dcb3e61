/** Says again and again that this process is still at something. */
export class Heartbeat {
  private readonly timer: NodeJS.Timeout

  /** @param beat its failures are passed over: the next beat comes soon, and work goes on without */
  constructor(beat: () => Promise<void>, intervalMs = 10_000) {
    this.timer = setInterval(() => void beat().catch(() => undefined), intervalMs)
    this.timer.unref()
  }

  stop(): void {
    clearInterval(this.timer)
  }
}
