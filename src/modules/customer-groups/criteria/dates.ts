import { sql, type Sql } from "../sql/sql"
import type { TimeWindow } from "./schema"

/** What a compiled statement needs to know of the world. Nothing else is read from it, so that a test can be exact. */
export interface Environment {
  /** The moment that "today" is in. */
  now: Date
  /** The store's time zone, by its name in the tz database: `Europe/Berlin`. */
  timeZone: string
}

/** The store's calendar day: `2026-01-31`. */
export const todayIn = ({ now, timeZone }: Environment): string => now.toLocaleDateString("en-CA", { timeZone })

/** The environment as pieces of SQL. Days are worked out by PostgreSQL, which knows each zone's summer times. */
export class Clock {
  /** The time zone as a parameter. */
  readonly zone: Sql
  /** The store's calendar day: a `date`. */
  readonly today: Sql

  constructor({ now, timeZone }: Environment) {
    this.zone = sql`${timeZone}::text`
    this.today = this.dayOf(sql`${now.toISOString()}::timestamptz`)
  }

  /** The calendar day of a moment, in the store's time zone. */
  dayOf(moment: Sql): Sql {
    return sql`(${moment} at time zone ${this.zone})::date`
  }

  /**
   * The moment in which a calendar day begins in the store's time zone. Where clocks go back from one to midnight (Havana,
   * the Azores), midnight comes twice and PostgreSQL takes the second: there the day begins a second after 23:59:59.
   */
  startOf(day: Sql): Sql {
    const midnight = sql`(${day})::timestamp`
    const lastSecond = sql`(${midnight} - interval '1 second') at time zone ${this.zone}`
    // Counted on UTC's clock: adding to a moment itself is not immutable, and the bound would be no constant to the planner.
    const afterIt = sql`((${lastSecond}) at time zone 'UTC' + interval '1 second') at time zone 'UTC'`
    return sql`least(${midnight} at time zone ${this.zone}, ${afterIt})`
  }

  /** The moment in which the day that lies this many days after today begins. */
  startIn(days: number): Sql {
    return this.startOf(sql`${this.today} + ${days}::int`)
  }
}

/** A calendar day as a parameter. */
const day = (text: string): Sql => sql`${text}::date`

/**
 * Comparisons of moments by whole days: "in the last 3 days" is today and the three days before it. They are written
 * as bounds of the column, so that an index on it serves.
 */
export const dayComparisons = {
  on: (moment: Sql, on: string, clock: Clock): Sql => within(moment, day(on), day(on), clock),
  before: (moment: Sql, than: string, clock: Clock): Sql => sql`${moment} < ${clock.startOf(day(than))}`,
  after: (moment: Sql, than: string, clock: Clock): Sql => sql`${moment} >= ${clock.startOf(sql`${day(than)} + 1`)}`,
  between: (moment: Sql, [first, last]: [string, string], clock: Clock): Sql =>
    within(moment, day(first), day(last), clock),
  in_last: (moment: Sql, days: number, clock: Clock): Sql =>
    sql`${moment} >= ${clock.startIn(-days)} and ${moment} < ${clock.startIn(1)}`,
  in_next: (moment: Sql, days: number, clock: Clock): Sql =>
    sql`${moment} >= ${clock.startIn(0)} and ${moment} < ${clock.startIn(days + 1)}`,
  more_than_ago: (moment: Sql, days: number, clock: Clock): Sql => sql`${moment} < ${clock.startIn(-days)}`,
  anniversary_within: anniversaryWithin,
}

/** From the beginning of one day to the end of another, both included. */
const within = (moment: Sql, first: Sql, last: Sql, clock: Clock): Sql =>
  sql`${moment} >= ${clock.startOf(first)} and ${moment} < ${clock.startOf(sql`${last} + 1`)}`

/**
 * The day comes round again, a year or more after the first time, today or within this many days (up to 365, so that
 * the anniversaries of two calendar years are enough to look at). 29 February is kept on the 28th in common years:
 * that is how PostgreSQL adds years.
 */
function anniversaryWithin(moment: Sql, days: number, clock: Clock): Sql {
  const first = clock.dayOf(moment)
  const yearsSince = sql`(extract(year from ${clock.today}) - extract(year from ${first}))::int`
  const comesRound = (years: Sql) => sql`(${years} >= 1 and
    (${first} + make_interval(years => ${years}))::date between ${clock.today} and ${clock.today} + ${days}::int)`
  return sql`(${comesRound(yearsSince)} or ${comesRound(sql`(${yearsSince} + 1)`)})`
}

/** What a window asks of a moment; nothing without a window. */
export function withinWindow(moment: Sql, window: TimeWindow | undefined, clock: Clock): Sql[] {
  if (!window) return []
  if ("last" in window) return [sql`${moment} >= ${startOfWindow(window, clock)}`, sql`${moment} < ${clock.startIn(1)}`]
  return [sql`${moment} >= ${startOfWindow(window, clock)}`, sql`${moment} < ${clock.startOf(day(window.to))}`]
}

/**
 * The moment in which a window begins. A month before 31 March is 28 or 29 February.
 */
function startOfWindow(window: TimeWindow, clock: Clock): Sql {
  if (!("last" in window)) return clock.startOf(day(window.from))
  const { n, unit } = window.last
  return unit === "day"
    ? clock.startIn(-n)
    : clock.startOf(sql`(${clock.today} - make_interval(months => ${n}::int))::date`)
}
