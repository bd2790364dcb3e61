/** What a sentence names; texts that a file has are shortened. */
export type ProblemValues = Record<string, string | number>

/** What is wrong with a row for itself. */
export type RowProblemCode = "no_email_or_id" | "too_long" | "not_an_email" | "unknown_action" | "not_a_date"

/** A row that can not be carried out, and why. */
export interface RowProblem {
  line: number
  /** A sentence, in English. */
  problem: string
  /** The same for programs, and for other languages. */
  code: RowProblemCode
  values: ProblemValues
}

const SHOWN = 60

const sentences: Record<RowProblemCode, (values: ProblemValues) => string> = {
  no_email_or_id: () => "There is neither an e-mail address nor an id.",
  too_long: ({ column, most }) => `The ${column} is longer than ${most} characters.`,
  not_an_email: ({ email }) => `${JSON.stringify(email)} is not an e-mail address.`,
  unknown_action: ({ action, actions }) => `${JSON.stringify(action)} is not an action; there are ${actions}.`,
  not_a_date: ({ until }) => `${JSON.stringify(until)} is not a date like 2030-12-31.`,
}

/** A problem of this kind on this line. */
export const problemOf = (line: number, code: RowProblemCode, values: ProblemValues = {}): RowProblem => ({
  line,
  problem: sentences[code](values),
  code,
  values,
})

/** A text of a file, as much of it as a sentence has room for; no half of a character, which jsonb does not take. */
export const shown = (text: string): string =>
  text.length > SHOWN ? `${text.slice(0, SHOWN).replace(/[\ud800-\udbff]$/, "")}…` : text
