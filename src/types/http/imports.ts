import type { Page } from "./common"

/**
 * What becomes of a row whose customer the shop does not have. `refuse`: it is a problem; `skip`: it is left out;
 * `create_guests`: an e-mail address to be added becomes a customer without an account.
 */
export const UNKNOWN_CUSTOMERS = ["refuse", "skip", "create_guests"] as const

export type UnknownCustomers = (typeof UNKNOWN_CUSTOMERS)[number]

/** Only one that is `checked` can be applied, once. */
export type GroupImportStatus = "reading" | "checked" | "applied"

/**
 * What would come of the rows of a file. `add`, `remove`, `exclude`, `already`, `duplicates`, `skipped` and `problems` are
 * all its `rows`, each counted once.
 */
export interface GroupImportCounts {
  rows: number
  /** Customers to add, or to make members by hand who are members by criteria. */
  add: number
  remove: number
  exclude: number
  /** Rows that change nothing: who is to be added is a member by hand, who is to be removed is none. */
  already: number
  /** Rows that say again what an earlier one has said. */
  duplicates: number
  /** Rows of unknown customers that are left out, since `unknown` is `skip`. */
  skipped: number
  /** Rows that are never applied, each with a reason. */
  problems: number
  /** Of those to add: customers that are made first. */
  guests: number
  /** Rows whose e-mail address is that of a guest and of an account; the account is meant. */
  both: number
}

/** A file that was read and checked, and can be applied. */
export interface AdminGroupImport {
  id: string
  group_id: string
  file_name: string
  unknown: UnknownCustomers
  status: GroupImportStatus
  counts: GroupImportCounts
  /** The operation by which it was applied. */
  operation_id: string | null
  created_at: string
  /** From then on it is gone. */
  expires_at: string
}

export interface AdminGroupImportParams {
  /** `refuse`, unless set. */
  unknown?: UnknownCustomers
}

export interface AdminGroupImportResponse {
  import: AdminGroupImport
}

/** What checking a row that could be read may find. */
export const GROUP_IMPORT_CHECK_PROBLEMS = [
  "unknown_id",
  "unknown_email",
  "other_email",
  "end_in_past",
  "reason_to_add",
  "exclude_without_criteria",
  "reason_without_criteria",
  "other_action",
  "other_reason",
] as const

/** Why a row is not applied. The first of them say that it could not be read. */
export const GROUP_IMPORT_PROBLEMS = [
  "no_email_or_id",
  "too_long",
  "not_an_email",
  "unknown_action",
  "not_a_date",
  ...GROUP_IMPORT_CHECK_PROBLEMS,
] as const

export type GroupImportProblem = (typeof GROUP_IMPORT_PROBLEMS)[number]

/** A row that is not applied; a row that could not be read has no more than its line. */
export interface AdminGroupImportProblem {
  /** The line of the file on which the row begins, from 1. */
  line: number
  email: string | null
  id: string | null
  action: string | null
  /** A sentence, in English. */
  problem: string
  /** The same for programs, and for other languages; null if whoever has read the file gave a sentence only. */
  code: GroupImportProblem | null
  /** What the sentence names, e.g. `{ email: "anna" }`; `docs/api.md` lists it for each code. */
  values: Record<string, string | number>
}

export interface AdminGroupImportProblemListResponse extends Page {
  problems: AdminGroupImportProblem[]
}

/** Body of `POST /admin/customer-groups/:id/imports/:import_id/apply`. */
export interface AdminApplyGroupImportBody {
  /** Whether to apply the others if rows have problems. */
  skip_problems?: boolean
}
