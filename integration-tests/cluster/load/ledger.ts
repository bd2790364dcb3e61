import type { Outcome } from "./client"

/** A value that the shop must have at the end. */
export interface Expected {
  /** What it is of, for instance `member cusgroup_1 cus_2`. */
  key: string
  value: unknown
}

/**
 * What the shop has acknowledged. Nothing is expected of a value for which a request got no clear answer: it may still be
 * under way when the next one is through.
 */
export class Ledger {
  /** Ids of orders that were confirmed to their customers. */
  readonly orders = new Set<string>()
  /** How many requests of each kind came to which end: `edit done`. */
  readonly counts = new Map<string, number>()
  /** Some of the refusals and failures, to be looked at. */
  readonly complaints = new Map<string, string>()
  private readonly values = new Map<string, unknown>()
  private readonly doubted = new Set<string>()

  /** Notes the outcome of a request that sets a value. */
  note(kind: string, key: string, value: unknown, outcome: Outcome): void {
    this.count(kind, outcome)
    if (outcome.is === "done") this.values.set(key, value)
    if (outcome.is === "unknown") this.doubted.add(key)
  }

  /** Notes the outcome of any other request. */
  count(kind: string, outcome: Outcome): void {
    const line = `${kind} ${outcome.is}`
    this.counts.set(line, (this.counts.get(line) ?? 0) + 1)
    if (outcome.is === "refused") this.complaints.set(line, `${outcome.status} ${outcome.message}`)
    if (outcome.is === "unknown") this.complaints.set(line, outcome.why)
  }

  expected(): Expected[] {
    return [...this.values].filter(([key]) => !this.doubted.has(key)).map(([key, value]) => ({ key, value }))
  }

  /** How many requests of a kind were acknowledged. */
  done(kind: string): number {
    return this.counts.get(`${kind} done`) ?? 0
  }
}
