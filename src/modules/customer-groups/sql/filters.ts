import type { DateFilter } from "../../../types"
import { allOf, sql, type Sql } from "./sql"

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, "\\$&")

/** `column` contains the text, without case; `%`, `_` and `\` are looked for as they are. */
export const containsText = (column: Sql, text: string): Sql => sql`${column} ilike ${`%${escapeLike(text)}%`}`

const comparisons = {
  $gt: (column: Sql, value: string) => sql`${column} > ${value}::timestamptz`,
  $gte: (column: Sql, value: string) => sql`${column} >= ${value}::timestamptz`,
  $lt: (column: Sql, value: string) => sql`${column} < ${value}::timestamptz`,
  $lte: (column: Sql, value: string) => sql`${column} <= ${value}::timestamptz`,
}

/** A date column within the given bounds. */
export const withinDates = (column: Sql, dates: DateFilter): Sql =>
  allOf(
    (Object.keys(comparisons) as (keyof DateFilter)[]).flatMap((bound) => {
      const value = dates[bound]
      return value === undefined ? [] : [comparisons[bound](column, value)]
    }),
  )

/** One value or several, as a list. */
export const listed = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value])

/**
 * `order by` of a list: one of the columns a list can be sorted by, `-` before its name turns it round. The id comes
 * last, in the same direction, so that pages never overlap.
 */
export function orderBy<Column extends string>(columns: Record<Column, Sql>, order: string, id: Sql): Sql {
  const isDescending = order.startsWith("-")
  const column = columns[order.replace(/^-/, "") as Column]
  return isDescending
    ? sql`order by ${column} desc nulls last, ${id} desc`
    : sql`order by ${column} asc nulls last, ${id} asc`
}
