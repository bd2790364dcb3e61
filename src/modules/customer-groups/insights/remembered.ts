import { performance } from "node:perf_hooks"
import { LRUCache } from "lru-cache"

/** Figures, and the moment that they are of. */
export interface Generated<Figures> {
  figures: Figures
  generatedAt: Date
}

/** What is quicker than this is worked out each time. */
const SLOW_MS = 500
const SECONDS = 5 * 60
/** The size of a group over three years is 100 kB. */
const ENTRIES = 200

/** Figures that took long to work out, for the next few minutes: who looks again does not wait again. */
export class RememberedFigures {
  private readonly remembered: LRUCache<string, Generated<object>>

  /** @param now milliseconds that go on, for tests */
  constructor(private readonly now: () => number = () => performance.now()) {
    this.remembered = new LRUCache({ max: ENTRIES, ttl: SECONDS * 1_000, perf: { now }, ttlResolution: 0 })
  }

  /** @param key everything that the figures depend on, the kind of figures too */
  find<Figures extends object>(key: string): Generated<Figures> | undefined {
    return this.remembered.get(key) as Generated<Figures> | undefined
  }

  /** Works figures out, as of the given moment, and remembers them if that took long. */
  async workOut<Figures extends object>(
    key: string,
    generatedAt: Date,
    work: () => Promise<Figures>,
  ): Promise<Generated<Figures>> {
    const begin = this.now()
    const generated = { figures: await work(), generatedAt }
    if (this.now() - begin >= SLOW_MS) this.remembered.set(key, generated)
    return generated
  }
}
