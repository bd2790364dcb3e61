import type { DateFilter } from "../../../types"
import { allOf, nothing, sql, type Sql } from "./sql"

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

/** A column that a list can be sorted by. */
export interface SortColumn {
  by: Sql
  /** Rows without a value come last, in both directions. Without it an index on the column serves both. */
  isNullable?: boolean
}

/** The column that `order` names, and whether `-` before it turns the order round. */
export const sortOf = <Name extends string>(columns: Record<Name, SortColumn>, order: string) => ({
  column: columns[order.replace(/^-/, "") as Name],
  isDescending: order.startsWith("-"),
})

/** `order by` of a list. The id comes last, in the same direction, so that pages never overlap. */
export function orderBy<Name extends string>(columns: Record<Name, SortColumn>, order: string, id: Sql): Sql {
  const { column, isDescending } = sortOf(columns, order)
  const direction = isDescending ? sql`desc` : sql`asc`
  const missing = column.isNullable ? sql`nulls last` : nothing
  return sql`order by ${column.by} ${direction} ${missing}, ${id} ${direction}`
}
