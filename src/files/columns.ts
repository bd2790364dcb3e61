/** What a cell may hold. Nothing is an empty cell, and `null` in JSON. */
export type FileValue = string | number | boolean | Date | null | undefined

/** A column of a file that is written. */
export interface FileColumn<Row> {
  /** The heading; in JSON the key. */
  name: string
  value: (row: Row) => FileValue
}
