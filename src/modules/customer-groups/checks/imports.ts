import { MedusaError } from "@medusajs/framework/utils"
import { type GroupImportDTO, UNKNOWN_CUSTOMERS, type UnknownCustomers } from "../../../types"

const MAX_FILE_NAME_LENGTH = 255

const refused = (type: string, message: string) => new MedusaError(type, message)

export const importNotFound = (id: string) =>
  refused(MedusaError.Types.NOT_FOUND, `Import with id: ${id} was not found. Imports are kept for a day.`)

/** @throws INVALID_DATA the name is no text, blank, or too long */
export const checkFileName = (name: unknown): string => {
  if (typeof name !== "string" || !name.trim() || name.includes("\0"))
    throw refused(MedusaError.Types.INVALID_DATA, "file_name: Must be a text that is not blank, without NUL.")
  if (name.length > MAX_FILE_NAME_LENGTH)
    throw refused(
      MedusaError.Types.INVALID_DATA,
      `file_name: ${name.length} characters are too long; a name has at most ${MAX_FILE_NAME_LENGTH}.`,
    )
  return name
}

/** @throws INVALID_DATA it is none of the ways to deal with them */
export const checkUnknown = (unknown: UnknownCustomers = "refuse"): UnknownCustomers => {
  if (UNKNOWN_CUSTOMERS.includes(unknown)) return unknown
  throw refused(MedusaError.Types.INVALID_DATA, `unknown: Must be one of ${UNKNOWN_CUSTOMERS.join(", ")}.`)
}

/** @throws NOT_ALLOWED it is applied already, or rows have problems that are not to be left out */
export const checkApplicable = ({ status, counts }: GroupImportDTO, skipProblems: boolean): void => {
  if (status === "applied") throw refused(MedusaError.Types.NOT_ALLOWED, "The import is applied already.")
  if (counts.problems && !skipProblems)
    throw refused(
      MedusaError.Types.NOT_ALLOWED,
      `skip_problems: ${counts.problems} of ${counts.rows} rows have problems. Mend the file, or say that they are to be left out.`,
    )
}
