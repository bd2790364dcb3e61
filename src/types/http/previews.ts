import type { Criteria, GroupStay } from "./criteria"

/** What a preview can answer: the numbers, some customers, how many each condition alone holds. */
export const CRITERIA_PREVIEW_PARTS = ["total", "sample", "conditions"] as const

export type CriteriaPreviewPart = (typeof CRITERIA_PREVIEW_PARTS)[number]

/** Body of `POST /admin/customer-groups/criteria/preview`. */
export interface AdminPreviewCriteriaBody {
  criteria: Criteria
  /** The group whose criteria these would become; a new one, if left out. */
  group_id?: string
  /** As it would be saved with the criteria. */
  stay?: GroupStay | null
  /** All, if left out. */
  parts?: CriteriaPreviewPart[]
}

/** A customer of a preview, with what an evaluation would do. */
export interface AdminCriteriaPreviewCustomer {
  /** Id of the customer. */
  id: string
  email: string | null
  first_name: string | null
  last_name: string | null
  has_account: boolean
  change: "joins" | "leaves" | "stays"
}

/** How many living customers a condition alone holds; `counted_at` may be up to a minute ago. */
export interface AdminCriteriaPreviewCondition {
  /** Where it stands: `criteria.all[2].any[0]`. */
  path: string
  count: number
  counted_at: string
}

/** What criteria would do if they were saved now. Which fields there are, depends on the parts that were asked for. */
export interface AdminReadyCriteriaPreview {
  status: "ready"
  /** The moment that it is worked out for. */
  as_of: string
  /** Living customers who match, also those who are excluded or have been picked by hand. Part `total`. */
  matching?: number
  /** Members today, by hand and by criteria. Part `total`. */
  members_before?: number
  /** Members once the criteria were saved and evaluated. Part `total`. */
  members_after?: number
  /** Who would join and leave: exclusions, stay and members by hand are taken in. Part `total`. */
  joins?: number
  leaves?: number
  /** All living customers of the shop. Part `total`. */
  customer_count?: number
  /** Up to ten, the same for the same criteria and customers; some of each change. Left out without `customer:read`. */
  sample?: AdminCriteriaPreviewCustomer[]
  conditions?: AdminCriteriaPreviewCondition[]
}

/** What the criteria read of orders is still being counted: no numbers, rather than wrong ones. */
export interface AdminBuildingCriteriaPreview {
  status: "statistics_building"
  /** From 0 to 1. */
  progress: number
}

export type AdminCriteriaPreview = AdminReadyCriteriaPreview | AdminBuildingCriteriaPreview

export interface AdminPreviewCriteriaResponse {
  preview: AdminCriteriaPreview
}
