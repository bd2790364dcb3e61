import { Clock } from "../criteria/dates"
import type { Environment } from "../criteria"
import { sql, type Sql } from "../sql/sql"

/** Moments between which something is asked: the first one, and the one before which it ends. */
export interface Span {
  begin: Sql
  end: Sql
}

const isDay = (date: string): boolean => date.length === "2026-01-31".length

/** What a date stands for: a calendar day of the store from beginning to end, or a single moment (a microsecond). */
export const spanOf = (date: string, environment: Environment): Span => {
  if (!isDay(date))
    return { begin: sql`${date}::timestamptz`, end: sql`${date}::timestamptz + interval '1 microsecond'` }
  const clock = new Clock(environment)
  return { begin: clock.startOf(sql`${date}::date`), end: clock.startOf(sql`${date}::date + 1`) }
}
