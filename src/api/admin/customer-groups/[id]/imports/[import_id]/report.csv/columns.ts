import type { FileColumn } from "../../../../../../../files"
import type { AdminGroupImportProblem } from "../../../../../../../types"

/** What the file says of a row that is not applied. */
export const COLUMNS: FileColumn<AdminGroupImportProblem>[] = [
  { name: "line", value: ({ line }) => line },
  { name: "email", value: ({ email }) => email },
  { name: "id", value: ({ id }) => id },
  { name: "action", value: ({ action }) => action },
  { name: "problem", value: ({ problem }) => problem },
]
