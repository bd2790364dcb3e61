import type { OperatorId } from "../schema"

/** The texts of an attribute. In sentences `{{…}}` stands for a part that `describe` writes. */
export interface AttributeTexts {
  /** As the builder lists it. */
  label: string
  /** One line of explanation. */
  hint: string
  /**
   * What is true of a customer: parts are `{{comparison}}` ("at least 3 orders"), `{{value}}` ("Germany or France"),
   * `{{window}}` ("in the last 90 days"), `{{label}}`, and any parameter by its key.
   */
  sentence: string
  /** The same for the opposite; without it the comparison says so ("is not"). */
  not?: string
  /** Where an operator is better said otherwise. For `nin`, `{{value}}` is "Germany nor France". */
  byOperator?: Partial<Record<OperatorId, string>>
}

/** How operators are said; `_one` and `_other` by the number. */
export type OperatorTexts = Record<OperatorId, string>

/** All words of criteria in one language. */
export interface Texts {
  families: Record<string, string>
  /** Operators as the builder offers them. */
  operators: OperatorTexts
  /** Operators within sentences, by the kind of what is compared. */
  comparisons: { number: Partial<OperatorTexts>; text: Partial<OperatorTexts>; date: Partial<OperatorTexts> }
  /** Is and is not set, for every attribute. */
  presence: { is_set: string; is_not_set: string }
  /** A number with its unit. */
  units: Record<string, string>
  parameters: Record<string, string>
  /** What is chosen from, by parameter or attribute. */
  choices: Record<string, Record<string, string>>
  /** Parameters within sentences, where they are said otherwise than in the builder. */
  phrases: Record<string, Record<string, string>>
  window: Record<string, string>
  tree: Record<string, string>
  missing: Record<string, string>
  yes: string
  no: string
}
