/** Under this name price lists and promotions keep the groups for which they are. */
export const GROUP_RULE = "customer.groups.id"

/** What a condition decides: who gets the prices or can use the promotion, what it applies to, what must be bought. */
export type ConditionKind = "priceList" | "rules" | "target_rules" | "buy_rules"

/** A condition on customer groups: in at least one of them, or in none of them. */
export interface GroupCondition {
  kind: ConditionKind
  groupIds: string[]
  isNegated: boolean
}

interface PromotionRule {
  attribute?: string | null
  operator?: string | null
  values?: { value?: string | null }[] | null
}

export interface PromotionRules {
  rules?: PromotionRule[] | null
  application_method?: { target_rules?: PromotionRule[] | null; buy_rules?: PromotionRule[] | null } | null
}

const isId = (id: unknown): id is string => typeof id === "string" && id !== ""

/** The condition of a price list on customer groups, from its `rules`. */
export const conditionsOfPriceList = (rules: Record<string, unknown> | null | undefined): GroupCondition[] => {
  const ids = rules?.[GROUP_RULE]
  const groupIds = (Array.isArray(ids) ? ids : [ids]).filter(isId)
  return groupIds.length ? [{ kind: "priceList", groupIds, isNegated: false }] : []
}

/** The conditions of a promotion on customer groups, one a rule. */
export const conditionsOfPromotion = ({ rules, application_method }: PromotionRules): GroupCondition[] => [
  ...conditionsOf("rules", rules),
  ...conditionsOf("target_rules", application_method?.target_rules),
  ...conditionsOf("buy_rules", application_method?.buy_rules),
]

const conditionsOf = (kind: ConditionKind, rules: PromotionRule[] | null | undefined): GroupCondition[] =>
  (rules ?? [])
    .filter(({ attribute }) => attribute === GROUP_RULE)
    .map(({ operator, values }) => ({
      kind,
      groupIds: (values ?? []).map(({ value }) => value).filter(isId),
      isNegated: operator === "ne",
    }))
    .filter(({ groupIds }) => groupIds.length)
