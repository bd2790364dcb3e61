import type { AdminGroupMember } from "./members"

/** Kinds of files that members are exported to. */
export const GROUP_EXPORT_FORMATS = ["csv", "json", "xlsx"] as const

export type GroupExportFormat = (typeof GROUP_EXPORT_FORMATS)[number]

/** Columns of an export, in the order in which a file has them. */
export const GROUP_EXPORT_COLUMNS = [
  "id",
  "email",
  "first_name",
  "last_name",
  "company_name",
  "phone",
  "has_account",
  "source",
  "joined_at",
  "created_at",
] as const

export type GroupExportColumn = (typeof GROUP_EXPORT_COLUMNS)[number]

/** Body of `POST /admin/customer-groups/:id/export`. */
export interface AdminExportGroupBody {
  /** `csv`, unless set. */
  format?: GroupExportFormat
  /** All of them, if left out. */
  columns?: GroupExportColumn[]
}

/** 202: the file is being made; a notification of the dashboard says when it is there. */
export interface AdminExportGroupResponse {
  transaction_id: string
}

/** A member as an export has them. */
export interface ExportedMember extends Omit<AdminGroupMember, "joined_at" | "created_at"> {
  joined_at: Date
  created_at: Date
}
