import { z } from "@medusajs/framework/zod"
import { unguarded } from "../csv/formulas"
import type { RowColumns, RowField } from "./header"
import { problemOf, type RowProblem, shown } from "./problems"

export const rowActions = ["add", "remove", "exclude"] as const
export type RowAction = (typeof rowActions)[number]

/** A row that can be carried out; it has an e-mail address, an id, or both. */
export interface MemberRow {
  line: number
  email?: string
  id?: string
  action: RowAction
  reason?: string
  /** A date without a time is its first moment in UTC; so is a time without a zone in UTC. */
  until?: Date
}

const LONGEST = 255

// The same check as Medusa's own routes make when a customer is created.
const email = z.string().email()
const date = z.union([z.string().date(), z.string().datetime({ offset: true, local: true })])

/** A row of a file as what to do with a customer, or what is wrong with it. */
export const rowOf = (cells: string[], columns: RowColumns, line: number): MemberRow | RowProblem => {
  const text = (field: RowField) => {
    const place = columns[field]
    return (place !== undefined && unguarded(cells[place] ?? "").trim()) || undefined
  }

  const row = { email: text("email"), id: text("id"), reason: text("reason") }
  const action = text("action")?.toLowerCase() ?? "add"
  const until = text("until")

  if (!row.email && !row.id) return problemOf(line, "no_email_or_id")
  for (const [column, value] of Object.entries(row)) {
    if (value && value.length > LONGEST) return problemOf(line, "too_long", { column, most: LONGEST })
  }
  // Who has an id is known by it, whatever the shop has taken for an address.
  if (row.email && !row.id && !email.safeParse(row.email).success)
    return problemOf(line, "not_an_email", { email: shown(row.email) })
  if (!isAction(action))
    return problemOf(line, "unknown_action", { action: shown(action), actions: rowActions.join(", ") })
  if (until && !date.safeParse(until).success) return problemOf(line, "not_a_date", { until: shown(until) })

  return { line, ...row, action, until: until ? momentOf(until) : undefined }
}

const isAction = (text: string): text is RowAction => (rowActions as readonly string[]).includes(text)

const momentOf = (text: string): Date =>
  new Date(/T.*(Z|[+-]\d\d:?\d\d)$/.test(text) || !text.includes("T") ? text : `${text}Z`)
