/** A price list with the group among its conditions. */
export interface AdminGroupPriceListUsage {
  id: string
  title: string
  status: "active" | "draft"
  type: "sale" | "override"
  starts_at: string | null
  ends_at: string | null
  /** True if the condition stands under a name that Medusa does not read, so the price list never applies by it. */
  never_matches: boolean
}

/** A single price, outside price lists, for the group. */
export interface AdminGroupPriceUsage {
  id: string
  amount: number
  currency_code: string
  product_id: string | null
  product_title: string | null
  variant_title: string | null
}

/** A promotion with the group among its conditions. */
export interface AdminGroupPromotionUsage {
  id: string
  code: string
  status: "draft" | "active" | "inactive"
  is_automatic: boolean
  /** `ne`: the promotion is for everybody who is *not* in the group. */
  operator: "in" | "eq" | "ne"
  /** Which of the promotion's conditions: who can use it, what it is applied to, what must be bought. */
  applies_to: "rules" | "target_rules" | "buy_rules"
}

export interface AdminGroupUsage {
  price_lists: AdminGroupPriceListUsage[]
  prices: AdminGroupPriceUsage[]
  promotions: AdminGroupPromotionUsage[]
}

/** `GET /admin/customer-groups/:id/usage`. */
export interface AdminGroupUsageResponse {
  usage: AdminGroupUsage
}
