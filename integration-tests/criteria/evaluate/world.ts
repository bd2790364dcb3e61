import type { TimeWindow } from "../../../src/modules/customer-groups/criteria"
import type { Customer, Shop } from "../data"
import { addMonths, dayOf, parseDay, type Day } from "./calendar"
import type { Value } from "./value"

/** Parameters of a condition, as its attribute declares them. */
export interface Given {
  window?: TimeWindow
  currency_code?: string
  amount?: "total" | "paid"
  address?: "any" | "default_shipping" | "default_billing"
  key_path?: string[]
  seed?: string
  of?: string
  items?: string[]
}

/** What a customer has of an attribute: nothing, one value, or several. */
export type Reader = (customer: Customer, given: Given, world: World) => Value[]

/** The shop with its calendar. */
export class World {
  readonly today: Day
  private readonly days = new Map<number, Day>()
  private readonly known = new Map<string, unknown>()

  constructor(readonly shop: Shop) {
    this.today = this.dayOf(shop.now)
  }

  /** The day in the store's zone. */
  dayOf(moment: Date): Day {
    const time = moment.getTime()
    const day = this.days.get(time) ?? dayOf(moment, this.shop.timeZone)
    this.days.set(time, day)
    return day
  }

  /** What is the same for all customers, worked out once for the same parameters. */
  once<Result>(given: Given, workOut: () => Result): Result {
    const key = JSON.stringify(given)
    if (!this.known.has(key)) this.known.set(key, workOut())
    return this.known.get(key) as Result
  }

  isWithin(moment: Date, window: TimeWindow | undefined): boolean {
    if (!window) return true
    const day = this.dayOf(moment)
    if ("from" in window) return parseDay(window.from) <= day && day < parseDay(window.to)
    const { n, unit } = window.last
    const first = unit === "day" ? this.today - n : addMonths(this.today, -n)
    return first <= day && day <= this.today
  }
}
