/**
 * The rules for what is not there, in one place.
 *
 * 1. Counts and sums over nothing are 0: `order_count lt 3` holds for somebody without orders.
 * 2. Anything else that is missing (an average, a date, a text; an empty text too) makes a comparison false.
 * 3. A negative operator holds exactly where its positive does not: "country is not Germany" holds without an address.
 * 4. Of several values (addresses, products) a positive operator means any of them, hence a negative none of them.
 *
 * In SQL a comparison with something missing is null. Positive conditions are joined by `and` and `or` only, where null
 * and false come to the same; what turns a condition round goes through here, and asks for `is not true`.
 */
import { allOf, anyOf, sql, type Sql } from "../sql/sql"

/** A condition as SQL, and its exact complement. `holds` may be null where it does not hold; `fails` is never null. */
export interface Truth {
  holds: Sql
  fails: Sql
  /** The joined set without whose row it does not hold. */
  needs?: Sql
}

/** A comparison that is null where something is missing (rule 2), with its complement (rule 3). */
export const truthOf = (comparison: Sql): Truth => ({ holds: comparison, fails: sql`(${comparison}) is not true` })

/** Rule 3: what a negative operator makes of its positive. */
export const turned = ({ holds, fails }: Truth): Truth => ({ holds: fails, fails: holds })

/** Rule 4: any of the values fits, told by a row of a joined set of customers. It never is null either way. */
export const isAmong = (set: Sql): Truth => ({
  holds: sql`${set}.customer_id is not null`,
  fails: sql`${set}.customer_id is null`,
  needs: set,
})

/** Rule 2 for texts: an empty one is none. */
export const textOrMissing = (text: Sql): Sql => sql`nullif(${text}, '')`

/** What a number is when there is nothing to count: 0 (rule 1), or missing (rule 2). */
export type OverNothing = "zero" | "missing"

/**
 * Rule 1. Where 0 does not fit anyway the bare comparison says the same, and lets PostgreSQL use an index and leave out
 * whoever has no row.
 */
export const comparedOverNothing = (
  value: Sql,
  over: OverNothing,
  test: { compare(value: Sql): Sql; fitsZero: boolean },
): Truth => truthOf(test.compare(over === "zero" && test.fitsZero ? sql`coalesce(${value}, 0)` : value))

/** All of them hold; its complement: one of them fails. */
export const allHold = (truths: readonly Truth[]): Truth => ({
  holds: allOf(truths.map(({ holds }) => holds)),
  fails: anyOf(truths.map(({ fails }) => fails)),
})

/** At least one holds; its complement: every one of them fails. */
export const anyHolds = (truths: readonly Truth[]): Truth => turned(allHold(truths.map(turned)))
