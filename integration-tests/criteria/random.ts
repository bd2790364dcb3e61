/** Chance that is the same every time for the same seed. */
export class Random {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** From 0 to less than 1 (mulberry32: 32 bits of state are enough for a shop). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = this.state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number, both ends included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  /** True in so many of 100 cases. */
  percent(share: number): boolean {
    return this.next() * 100 < share
  }

  pick<Item>(items: readonly Item[]): Item {
    if (!items.length) throw new Error("Nothing to pick from")
    return items[this.whole(0, items.length - 1)]!
  }

  /** So many different items, or all if there are fewer. */
  several<Item>(items: readonly Item[], count: number): Item[] {
    return this.shuffled(items).slice(0, count)
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    const rest = [...items]
    return items.map(() => rest.splice(this.whole(0, rest.length - 1), 1)[0]!)
  }

  /** A generator of its own, so that what is drawn here does not move what is drawn there. */
  fork(): Random {
    return new Random(this.whole(0, 2 ** 32 - 1))
  }
}
