import { FileRefused } from "../refused"

export type RowField = "email" | "id" | "action" | "reason" | "until"

/** Headings by which a column is known, in lower case without spaces, hyphens and underscores. */
const headings: Record<RowField, string[]> = {
  email: ["email", "mail", "emailaddress", "customeremail", "emailadresse", "mailadresse", "kundenemail"],
  id: ["id", "customerid", "kundenid", "kundennummer"],
  action: ["action", "aktion"],
  reason: ["reason", "grund", "begründung"],
  until: ["until", "expires", "expiresat", "bis", "gültigbis", "ablaufdatum"],
}

/** Where in a row each field is. */
export type RowColumns = Partial<Record<RowField, number>>

const SHOWN_COLUMNS = 20
const SHOWN_CHARACTERS = 40

/**
 * The columns of a file by its header; the first of two that mean the same, and those with other headings are not read.
 *
 * @throws FileRefused there is neither a column of e-mail addresses nor of ids
 */
export const columnsOf = (header: string[]): RowColumns => {
  const names = header.map((heading) =>
    heading
      .normalize("NFC")
      .toLowerCase()
      .replace(/[\s_-]/g, ""),
  )
  const columns: RowColumns = {}
  for (const field of Object.keys(headings) as RowField[]) {
    const place = names.findIndex((name) => headings[field].includes(name))
    if (place !== -1) columns[field] = place
  }
  if (columns.email === undefined && columns.id === undefined) {
    const found = header.slice(0, SHOWN_COLUMNS).map((heading) => JSON.stringify(heading.slice(0, SHOWN_CHARACTERS)))
    const more = header.length > SHOWN_COLUMNS ? ` and ${header.length - SHOWN_COLUMNS} more` : ""
    throw new FileRefused(
      "no_key_column",
      `The first row needs a column "email" or "id". It has: ${found.join(", ")}${more}.`,
    )
  }
  return columns
}
