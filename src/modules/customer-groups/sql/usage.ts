import { sql } from "./sql"

/** The attribute under which Medusa's prices and promotions name customer groups. */
const ATTRIBUTE = "customer.groups.id"

/** Medusa read this one before 2.1; a price list rule under it is kept but never matches. */
const DEAD_ATTRIBUTE = "customer_group_id"

/** Each rule of a living price list that names a group: `(group_id, price_list_id, never_matches)`. */
export const priceListRules = sql`
  select named.group_id, rule.price_list_id, bool_and(rule.attribute = ${DEAD_ATTRIBUTE}) as never_matches
  from price_list_rule rule
  join price_list on price_list.id = rule.price_list_id and price_list.deleted_at is null
  cross join lateral jsonb_array_elements_text(
    case jsonb_typeof(rule.value) when 'array' then rule.value else jsonb_build_array(rule.value) end
  ) as named (group_id)
  where rule.attribute in (${ATTRIBUTE}, ${DEAD_ATTRIBUTE}) and rule.deleted_at is null
  group by named.group_id, rule.price_list_id`

/** Each single price, outside price lists, for a group: `(group_id, price_id)`. */
export const priceRules = sql`
  select rule.value as group_id, rule.price_id
  from price_rule rule
  join price on price.id = rule.price_id and price.deleted_at is null and price.price_list_id is null
  where rule.attribute = ${ATTRIBUTE} and rule.deleted_at is null
  group by rule.value, rule.price_id`

/** Each rule of a living promotion that names a group: `(group_id, promotion_id, operator, applies_to)`. */
export const promotionRules = sql`
  select distinct named.value as group_id, used.promotion_id, rule.operator, used.applies_to
  from promotion_rule rule
  join promotion_rule_value named on named.promotion_rule_id = rule.id and named.deleted_at is null
  join (
    select promotion_id, promotion_rule_id, 'rules' as applies_to from promotion_promotion_rule
    union all
    select method.promotion_id, target.promotion_rule_id, 'target_rules'
    from application_method_target_rules target
    join promotion_application_method method on method.id = target.application_method_id and method.deleted_at is null
    union all
    select method.promotion_id, buy.promotion_rule_id, 'buy_rules'
    from application_method_buy_rules buy
    join promotion_application_method method on method.id = buy.application_method_id and method.deleted_at is null
  ) used on used.promotion_rule_id = rule.id
  join promotion on promotion.id = used.promotion_id and promotion.deleted_at is null
  where rule.attribute = ${ATTRIBUTE} and rule.deleted_at is null`

/** By how many price lists, single prices and promotions each group is used: `(group_id, usage_count)`. */
export const usageCounts = sql`
  select group_id, count(*) as usage_count from (
    select group_id, price_list_id as used_by from (${priceListRules}) in_price_lists
    union select group_id, price_id from (${priceRules}) in_prices
    union select group_id, promotion_id from (${promotionRules}) in_promotions
  ) used group by group_id`
