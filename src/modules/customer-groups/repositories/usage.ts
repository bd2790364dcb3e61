import type { Context } from "@medusajs/framework/types"
import type {
  AdminGroupPriceListUsage,
  AdminGroupPriceUsage,
  AdminGroupPromotionUsage,
  AdminGroupUsage,
} from "../../../types"
import { rowsOf } from "../sql/run"
import { sql } from "../sql/sql"
import { priceListRules, priceRules, promotionRules } from "../sql/usage"

/** What is shown of single prices; a group with more of them is named by the first, by product. */
const MAX_PRICES = 100

/** Where groups are used: the price lists, single prices and promotions that name them. */
export class UsageRepository {
  async retrieve(groupId: string, context: Context): Promise<AdminGroupUsage> {
    const price_lists = await rowsOf<AdminGroupPriceListUsage>(
      context,
      sql`select list.id, list.title, list.status, list.type, list.starts_at, list.ends_at, used.never_matches
        from (${priceListRules}) used join price_list list on list.id = used.price_list_id
        where used.group_id = ${groupId} order by lower(list.title), list.id`,
    )
    const prices = await rowsOf<AdminGroupPriceUsage>(
      context,
      sql`select price.id, price.amount::float8 as amount, price.currency_code,
          product.id as product_id, product.title as product_title, variant.title as variant_title
        from (${priceRules}) used
        join price on price.id = used.price_id
        left join product_variant_price_set priced on priced.price_set_id = price.price_set_id and priced.deleted_at is null
        left join product_variant variant on variant.id = priced.variant_id and variant.deleted_at is null
        left join product on product.id = variant.product_id and product.deleted_at is null
        where used.group_id = ${groupId}
        order by product.title nulls last, variant.title, price.currency_code, price.id limit ${MAX_PRICES}`,
    )
    const promotions = await rowsOf<AdminGroupPromotionUsage>(
      context,
      sql`select promotion.id, promotion.code, promotion.status, promotion.is_automatic, used.operator, used.applies_to
        from (${promotionRules}) used join promotion on promotion.id = used.promotion_id
        where used.group_id = ${groupId} order by lower(promotion.code), promotion.id, used.applies_to`,
    )
    return { price_lists, prices, promotions }
  }
}
