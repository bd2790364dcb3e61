import { LRUCache } from "lru-cache"
import { keyOf, type Condition, type Environment } from "../criteria"
import { todayIn } from "../criteria/dates"

/** How many customers a condition alone holds, as of when. */
export interface Counted {
  count: number
  countedAt: Date
}

/** A count is shown beside a condition while somebody edits; after a minute it is worked out again. */
const SECONDS = 60
const CONDITIONS = 1_000
/** Characters of all conditions together: one with 1,000 values may have half a million. */
const CHARACTERS = 5_000_000

/** Counts of conditions that were worked out a moment ago: who changes one condition does not wait for the others. */
export class ConditionCounts {
  private readonly remembered: LRUCache<string, Counted>

  /** @param now milliseconds that go on, for tests */
  constructor(now?: () => number) {
    this.remembered = new LRUCache({
      max: CONDITIONS,
      maxSize: CHARACTERS,
      sizeCalculation: (_, key) => key.length,
      ttl: SECONDS * 1_000,
      // Without it the clock is read once a millisecond, of a timer.
      ...(now ? { perf: { now }, ttlResolution: 0 } : {}),
    })
  }

  /** The remembered count of a condition, or what `count` says now. */
  async of(condition: Condition, environment: Environment, count: () => Promise<number>): Promise<Counted> {
    // "In the last 3 days" is another condition on another day.
    const key = `${todayIn(environment)} ${keyOf(condition)}`
    const known = this.remembered.get(key)
    if (known) return known
    const counted = { count: await count(), countedAt: environment.now }
    this.remembered.set(key, counted)
    return counted
  }
}
