import { MedusaError } from "@medusajs/framework/utils"
import type { GroupInsightsInput } from "../../../types"

/** Calendar days in the store's time zone, both included: `2026-01-31`. */
export interface Period {
  from: string
  to: string
}

const DEFAULT_DAYS = 90
/** Three years. */
export const MOST_DAYS = 1_096

const DAY = 24 * 60 * 60 * 1_000

/** The day that lies this many days after another. Days of the calendar know no summer time. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

/** All days of a period, in order. */
export const daysOf = ({ from, to }: Period): string[] =>
  Array.from({ length: lengthOf({ from, to }) }, (_, index) => addDays(from, index))

const lengthOf = ({ from, to }: Period): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)

const checkDay = (day: string, path: string): void => {
  const isWritten = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))
  // 30 February is read as 2 March.
  if (!isWritten || addDays(day, 0) !== day)
    throw invalid(`${path}: "${day}" is not a calendar day, such as 2026-01-31.`)
}

/**
 * The period that is asked for.
 *
 * @param today the store's calendar day
 * @throws INVALID_DATA naming the field: no such day, `from` after `to`, a day in the future, too many days
 */
export const periodOf = (
  { days, from, to }: Pick<GroupInsightsInput, "days" | "from" | "to">,
  today: string,
): Period => {
  if (from !== undefined) checkDay(from, "from")
  if (to !== undefined) checkDay(to, "to")
  if (days !== undefined) {
    if (from !== undefined) throw invalid("days: Goes without from.")
    if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
      throw invalid(`days: ${days} is not a whole number from 1 to ${MOST_DAYS}.`)
  }

  const last = to ?? today
  if (last > today) throw invalid(`to: ${last} is in the future; today is ${today} in the store's time zone.`)
  const period = { from: from ?? addDays(last, 1 - (days ?? DEFAULT_DAYS)), to: last }
  if (period.from > last) throw invalid(`from: ${period.from} is after the last day, ${last}.`)
  const length = lengthOf(period)
  if (length > MOST_DAYS) throw invalid(`from: ${length} days are too many; at most ${MOST_DAYS} until ${last}.`)
  return period
}
