import type { Criteria, Language } from "../../modules/customer-groups/criteria"

/** Something to choose, with its text. */
export interface AdminCriteriaChoice {
  value: string
  label: string
}

/** An operator of an attribute, as the builder offers it. */
export interface AdminCriteriaOperator {
  /** `gte` */
  id: string
  label: string
  /** What stands in the condition's `value`: one value, a list, two ends `[from, to]`, a number of days, or nothing. */
  takes: "value" | "list" | "range" | "days" | "nothing"
  /** Of `days`. */
  min?: number
  max?: number
}

/** What draws a parameter. A `picker` searches `…/values?parameter=<id>`; `keys` is a place in the metadata. */
export type AdminCriteriaParameterControl = "choice" | "window" | "picker" | "keys" | "text"

/** A key of a condition beside attribute, operator and value. */
export interface AdminCriteriaParameter {
  /** `currency_code` */
  id: string
  label: string
  control: AdminCriteriaParameterControl
  /** Several values, in a list. */
  is_list: boolean
  is_required: boolean
  /** What is meant when it is left out; null if it has to be given, or nothing is. */
  fallback: string | null
  /** Of a `choice`. */
  choices: AdminCriteriaChoice[] | null
}

/** What the values of an attribute are. */
export interface AdminCriteriaValueType {
  type: "text" | "integer" | "number" | "money" | "boolean" | "date" | "choice" | "reference"
  /** What draws a value. */
  control: "text" | "number" | "money" | "switch" | "date" | "choice" | "picker"
  /** Of a number: what it counts, as it stands behind the number. */
  unit: string | null
  /** Of a choice. */
  choices: AdminCriteriaChoice[] | null
  /** Of a reference: to what, e.g. `product`. */
  kind: string | null
}

/** Something known of a customer that a condition can test. */
export interface AdminCriteriaAttribute {
  /** `order_count` */
  id: string
  /** The heading under which it is listed. */
  family: string
  family_label: string
  label: string
  /** One line. */
  explanation: string
  value: AdminCriteriaValueType
  operators: AdminCriteriaOperator[]
  parameters: AdminCriteriaParameter[]
  /** Where `…/values` finds values: fixed choices, things of the shop, values that occur; null if there are none. */
  suggestions: "choices" | "references" | "occurring" | null
  /** The value changes as days go by. */
  depends_on_time: boolean
  /** The value depends on all customers, so its groups are evaluated whole, on time. */
  is_ranked: boolean
  /** Its suggestions are of customers, and need `customer:read`. */
  is_personal: boolean
}

/** Query of `GET /admin/customer-groups/criteria/attributes`, `/templates`, and of the criteria of a group. */
export interface AdminCriteriaCatalogueParams {
  /** A language or locale: `en` (the default), `de`, `de-AT`. */
  language?: Language | string
}

/** `GET /admin/customer-groups/criteria/attributes`. */
export interface AdminCriteriaAttributeListResponse {
  /** In the order in which the builder lists them. */
  attributes: AdminCriteriaAttribute[]
}

/** Query of `GET /admin/customer-groups/criteria/attributes/:attribute/values`. */
export interface AdminCriteriaValueListParams extends AdminCriteriaCatalogueParams {
  /** Part of a value's name, without case. */
  q?: string
  /** 1–100, default 20. */
  limit?: number
  /** These values, for their names; also those of things that have been deleted. */
  value?: string | string[]
  /** Values of this parameter instead. */
  parameter?: string
  /** Of the parameter `items`: the kind, as the condition's `of` says it. */
  of?: string
  /** Of metadata: where the value stands, e.g. `key_path[]=loyalty&key_path[]=tier`. */
  key_path?: string | string[]
}

export interface AdminCriteriaValue {
  /** As it stands in a condition. */
  value: string
  label: string
  /** Beside the label, where names repeat. */
  hint: string | null
}

export interface AdminCriteriaValueListResponse {
  values: AdminCriteriaValue[]
}

/** A list that somebody has pasted, or texts to be held against those that occur. */
export interface AdminMatchCriteriaValuesBody extends Pick<
  AdminCriteriaValueListParams,
  "language" | "parameter" | "of"
> {
  /** 1–1,000 names, codes or ids. */
  entries: string[]
  key_path?: string[]
}

export interface AdminCriteriaValueMatch {
  entry: string
  /** What has exactly this name, code or id, without case; null if nothing has. */
  value: AdminCriteriaValue | null
  /** If nothing has: what may have been meant, by a few letters that differ. */
  closest: AdminCriteriaValue | null
}

export interface AdminMatchCriteriaValuesResponse {
  /** One for each entry, in their order. */
  matches: AdminCriteriaValueMatch[]
}

/** Criteria to begin with. */
export interface AdminCriteriaTemplate {
  id: string
  label: string
  explanation: string
  /** With the store's default currency. Places in `to_fill` hold an empty list or text. */
  criteria: Criteria
  /** Places that somebody has to fill: `criteria.all[1].value`. */
  to_fill: string[]
}

/** `GET /admin/customer-groups/criteria/templates`. */
export interface AdminCriteriaTemplateListResponse {
  templates: AdminCriteriaTemplate[]
}
