import type { Day } from "./calendar"
import { Fraction } from "./fraction"

/** Something known of a customer: a text in small letters or an id, a number, yes or no, or a day. */
export type Value = string | Fraction | boolean | Day

/** Below 0 if the first comes before the second, 0 if they are the same. */
export const compareValues = (first: Value, second: Value): number => {
  if (first instanceof Fraction) return first.compare(second as Fraction)
  return first < second ? -1 : first > second ? 1 : 0
}

/** In small letters, each by itself as PostgreSQL does it: JavaScript has another sigma at the end of a word. */
export const lower = (text: string): string => Array.from(text, (letter) => letter.toLowerCase()).join("")

/** The text as a list of one; an empty one is missing. */
export const textIn = (text: string | null | undefined): string[] => (text ? [lower(text)] : [])

/** The id as a list of one, or of none. */
export const idIn = (id: string | null | undefined): string[] => (id ? [id] : [])
