import { dayOf, startOf } from "../evaluate/calendar"
import type { Random } from "../random"

/** Days on which clocks change, months and years end, or February is long: it is one of them in each shop. */
const SCENES = [
  ["Europe/Berlin", "2026-03-29"],
  ["Africa/Cairo", "2026-04-24"],
  ["America/Havana", "2026-11-01"],
  ["UTC", "2024-02-29"],
  ["America/New_York", "2027-03-14"],
  ["Asia/Kathmandu", "2026-03-31"],
  ["Pacific/Auckland", "2026-12-31"],
  ["Europe/Berlin", "2026-10-25"],
  ["Asia/Kolkata", "2025-02-28"],
  ["America/St_Johns", "2028-02-29"],
  ["Pacific/Kiritimati", "2026-01-01"],
  ["Africa/Cairo", "2026-10-30"],
  ["America/Los_Angeles", "2026-05-31"],
] as const

const HOUR_MS = 3_600_000

/** When and where a shop is looked at, and moments in its past that lie near borders. */
export class Moments {
  readonly timeZone: string
  readonly now: Date

  constructor(
    private readonly random: Random,
    seed: number,
  ) {
    const [zone, day] = SCENES[seed % SCENES.length]!
    this.timeZone = zone
    this.now = this.within(dayOf(new Date(`${day}T12:00:00Z`), zone))
  }

  /** A moment on some day: its first, its last, within an hour of these, or any. */
  private within(day: number): Date {
    const first = startOf(day, this.timeZone).getTime()
    const next = startOf(day + 1, this.timeZone).getTime()
    const { random } = this
    const time = random.pick([
      first,
      next - 1,
      random.whole(first, first + HOUR_MS),
      random.whole(first + HOUR_MS, first + 2 * HOUR_MS),
      random.whole(next - 2 * HOUR_MS, next - 1),
      random.whole(first, next - 1),
      random.whole(first, next - 1),
    ])
    return new Date(time)
  }

  /** A moment before now, mostly: days of windows and their neighbours more often than others. */
  aMoment(): Date {
    const { random } = this
    const back = random.pick([
      ...[0, 0, 1, 2, 3, 4, 7, 8, 13, 14, 15, 28, 29, 30, 31, 32, 59, 60, 61, 89, 90, 91, 92],
      ...[364, 365, 366, 367, 730, 731, 1_095, 1_096, 1_461],
      ...Array.from({ length: 16 }, () => random.whole(0, 120)),
      ...Array.from({ length: 12 }, () => random.whole(100, 1_500)),
      random.whole(-3, -1),
    ])
    return this.within(dayOf(this.now, this.timeZone) - back)
  }

  /** On the 29th of February of some year, as a birthday or the day of an order. */
  aLeapDay(): Date {
    const year = this.random.pick([1988, 2016, 2020, 2024])
    return this.within(dayOf(new Date(`${year}-02-29T12:00:00Z`), this.timeZone))
  }
}
