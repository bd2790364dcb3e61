import { sql, type Sql } from "../../sql/sql"
import { textOrMissing } from "../missing-data"
import type { PurchaseKind } from "../parameters"

type Compare = (value: Sql) => Sql

/** How the lines `p` are found whose product is of a kind, and what an explanation shows of them. */
export interface PurchasesOf {
  where(compare: Compare): Sql
  /** Tables that are joined for showing the value. */
  joins: Sql
  value: Sql
}

/** Products are chosen first: the index of purchases by product and time then does the rest. */
const product = (select: Sql) => sql`p.product_id = any(array(${select}))`

const ofProductColumn = (column: Sql): PurchasesOf => ({
  where: (compare) => product(sql`select product.id from product where ${compare(column)}`),
  joins: sql`join product on product.id = p.product_id`,
  value: column,
})

const sku = textOrMissing(sql`variant.sku`)

/** One entry a kind. Products and variants that were deleted stay bought. */
export const purchasesOf: Record<PurchaseKind, PurchasesOf> = {
  product: { where: (compare) => compare(sql`p.product_id`), joins: sql``, value: sql`p.product_id` },
  variant: { where: (compare) => compare(sql`p.variant_id`), joins: sql``, value: sql`p.variant_id` },
  sku: {
    where: (compare) =>
      sql`p.variant_id = any(array(select variant.id from product_variant variant where ${compare(sku)}))`,
    joins: sql`join product_variant variant on variant.id = p.variant_id`,
    value: sku,
  },
  collection: ofProductColumn(sql`product.collection_id`),
  type: ofProductColumn(sql`product.type_id`),
  tag: {
    where: (compare) => product(sql`select l.product_id from product_tags l where ${compare(sql`l.product_tag_id`)}`),
    joins: sql`join product_tags l on l.product_id = p.product_id`,
    value: sql`l.product_tag_id`,
  },
  // A category holds what its children hold. A path is the ids from the top, with dots between.
  category: {
    where: (compare) =>
      product(sql`select l.product_id from product_category_product l
        join product_category child on child.id = l.product_category_id and child.deleted_at is null
        join product_category category on category.deleted_at is null
          and (child.mpath = category.mpath or starts_with(child.mpath, category.mpath || '.'))
        where ${compare(sql`category.id`)}`),
    joins: sql`join product_category_product l on l.product_id = p.product_id`,
    value: sql`l.product_category_id`,
  },
}
