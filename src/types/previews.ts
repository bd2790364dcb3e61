import type { CriteriaPreviewPart } from "./http/previews"
import type { GroupStay } from "./http/criteria"

/** What is previewed. */
export interface PreviewCriteriaInput {
  /** In the public format; checked. */
  criteria: unknown
  group_id?: string
  stay?: GroupStay | null
  parts?: readonly CriteriaPreviewPart[]
}

export interface PreviewCriteriaOptions {
  /** Ends the preview, in the database too, when nobody waits for it any more. */
  signal?: AbortSignal
}

/** What is looked for by its exact name; see `AdminMatchCriteriaValuesBody`. */
export interface MatchCriteriaValuesInput extends Pick<
  ListCriteriaValuesInput,
  "attribute" | "parameter" | "of" | "key_path" | "language"
> {
  entries: string[]
}

/** Which values are listed; see `AdminCriteriaValueListParams`. */
export interface ListCriteriaValuesInput {
  attribute: string
  parameter?: string
  of?: string
  key_path?: string[]
  q?: string
  limit?: number
  /** These values, for their names. */
  values?: string[]
  language?: string
}
