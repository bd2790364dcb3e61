import type { AdminGroupImport, GroupImportProblem, UnknownCustomers } from "./http/imports"
import type { GroupActor } from "./module"

/** A row of a file as it is imported, and the line on which it stands. */
export interface ImportedRow {
  line: number
  email?: string
  id?: string
  action: "add" | "remove" | "exclude"
  reason?: string
  until?: Date
}

/** What is wrong with a row that cannot be read: a sentence and, for programs and other languages, a code with values. */
export interface UnreadRow {
  line: number
  problem: string
  code?: GroupImportProblem
  values?: Record<string, string | number>
}

/** Rows that follow each other: those that can be read, and what is wrong with the others. */
export interface ImportedRows {
  rows: ImportedRow[]
  problems: UnreadRow[]
}

/** Reads a file in, to say what would come of it. */
export interface StageImportInput {
  group_id: string
  file_name: string
  /** `refuse`, unless set. */
  unknown?: UnknownCustomers
  actor?: GroupActor
}

/** Applies a file that was read in. */
export interface ApplyImportInput {
  import_id: string
  /** The group it was read in for; looked at if it is given. */
  group_id?: string
  /** Whether to apply the others if rows have problems. */
  skip_problems?: boolean
  /** The id that the operation shall have, for watching it while it runs; a new one, if left out. */
  operation_id?: string
  actor?: GroupActor
}

/** An import, read back. */
export type GroupImportDTO = AdminGroupImport

/** A row for which a customer is to be made. */
export interface GuestToMake {
  line: number
  email: string
}

/** The customer that was made for a row. */
export interface MadeGuest {
  line: number
  customer_id: string
}
