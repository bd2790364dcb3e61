/**
 * Rows of the metadata editor, and the way back.
 *
 * Text can be edited and stays text, also if it looks like a number. Values that other software has set (numbers,
 * booleans, lists, objects, null) are shown as JSON and not touched.
 */
export interface MetadataRow {
  key: string
  /** What the value's field shows. */
  text: string
  /** A value that is not text. */
  fixed?: { value: unknown }
}

export type Metadata = Record<string, unknown>

export type MetadataProblem = { index: number; field: "key" | "text"; code: "keyMissing" | "keyTaken" | "textMissing" }

export const emptyRow = (): MetadataRow => ({ key: "", text: "" })

export const toRows = (metadata: Metadata | null | undefined): MetadataRow[] => {
  const rows = Object.entries(metadata ?? {}).map(([key, value]) =>
    typeof value === "string" ? { key, text: value } : { key, text: JSON.stringify(value), fixed: { value } },
  )
  return rows.length ? rows : [emptyRow()]
}

const isEmpty = (row: MetadataRow) => !row.fixed && !row.key.trim() && !row.text

/** A key as it is stored: without blanks around it, unless it was stored with them. */
const keyOf = (row: MetadataRow, stored: Metadata) => (row.key in stored ? row.key : row.key.trim())

/** The row to which a key belongs if there are several: the one that is stored so already, else the first. */
const ownersOf = (rows: MetadataRow[], stored: Metadata): Map<string, MetadataRow> => {
  const isStored = (row: MetadataRow) => row.fixed !== undefined || stored[row.key] === row.text
  const owners = new Map<string, MetadataRow>()
  for (const row of [...rows.filter(isStored), ...rows]) {
    const key = keyOf(row, stored)
    if (!owners.has(key)) owners.set(key, row)
  }
  return owners
}

/** What has to be put right before the rows can be saved. Empty rows are left out silently. */
export const problemsOf = (rows: MetadataRow[], metadata: Metadata | null | undefined): MetadataProblem[] => {
  const stored = metadata ?? {}
  const owners = ownersOf(rows, stored)
  return rows.flatMap((row, index): MetadataProblem[] => {
    if (isEmpty(row)) return []
    const key = keyOf(row, stored)
    if (!key) return [{ index, field: "key", code: "keyMissing" }]
    if (owners.get(key) !== row) return [{ index, field: "key", code: "keyTaken" }]
    // Medusa reads an empty text as "remove this key"; an empty one that is stored already may stay.
    const staysEmpty = stored[key] === ""
    return !row.fixed && row.text === "" && !staysEmpty ? [{ index, field: "text", code: "textMissing" }] : []
  })
}

/**
 * The change to send. Medusa merges key by key, so only what changed is sent: nobody else's change is undone, and a
 * value that is not text is never written again. An empty text removes the key.
 */
export const toChange = (rows: MetadataRow[], stored: Metadata | null | undefined): Metadata => {
  const before = stored ?? {}
  const filled = rows.filter((row) => !isEmpty(row))
  const after = new Map(filled.map((row) => [keyOf(row, before), row.fixed ? row.fixed.value : row.text]))

  const removed = Object.keys(before).filter((key) => !after.has(key))
  const changed = [...after].filter(([key, value]) => !(key in before) || before[key] !== value)
  return Object.fromEntries([...removed.map((key) => [key, ""]), ...changed])
}
