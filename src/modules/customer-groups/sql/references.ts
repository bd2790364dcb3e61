import type { ReferenceKind } from "../criteria/values"
import { allOf, sql, type Sql } from "./sql"

/** Where the things of one kind stand. All pieces are of the table's row. */
interface Source {
  from: Sql
  id: Sql
  /** What a person knows it by. */
  label: Sql
  /** Beside the label, where names repeat. */
  hint?: Sql
  /** Those that can be named; also what has been deleted stays readable, see `listNames`. */
  isLiving: Sql
}

const notDeleted = sql`deleted_at is null`

const byName = (table: Sql): Source => ({ from: table, id: sql`id`, label: sql`name`, isLiving: notDeleted })
const byTitle = (table: Sql): Source => ({ from: table, id: sql`id`, label: sql`title`, isLiving: notDeleted })
const byValue = (table: Sql): Source => ({ from: table, id: sql`id`, label: sql`value`, isLiving: notDeleted })

/** A variant's own title says little (`M / black`). */
const variants = sql`(
  select v.id, v.sku, concat_ws(' · ', p.title, v.title) as name, v.deleted_at
  from product_variant v join product p on p.id = v.product_id
) variant`

/** What criteria name by id or code, and where it stands in Medusa's tables. Countries come from a list of their own. */
export const referenceSources: Record<ReferenceKind, Source> = {
  category: byName(sql`product_category`),
  collection: byTitle(sql`product_collection`),
  country: { from: sql`region_country`, id: sql`iso_2`, label: sql`display_name`, isLiving: sql`true` },
  currency: { from: sql`currency`, id: sql`code`, label: sql`name`, hint: sql`upper(code)`, isLiving: notDeleted },
  group: byName(sql`customer_group`),
  payment_provider: { from: sql`payment_provider`, id: sql`id`, label: sql`id`, isLiving: notDeleted },
  product: { ...byTitle(sql`product`), hint: sql`handle` },
  product_tag: byValue(sql`product_tag`),
  product_type: byValue(sql`product_type`),
  region: { ...byName(sql`region`), hint: sql`upper(currency_code)` },
  sales_channel: byName(sql`sales_channel`),
  shipping_option: byName(sql`shipping_option`),
  sku: {
    from: variants,
    id: sql`sku`,
    label: sql`sku`,
    hint: sql`name`,
    isLiving: sql`deleted_at is null and sku is not null`,
  },
  variant: { from: variants, id: sql`id`, label: sql`name`, hint: sql`sku`, isLiving: notDeleted },
}

/** `(id, label, hint)` of the things of a kind that fulfil these conditions. */
export const referencesWhere = (kind: ReferenceKind, conditions: (source: Source) => Sql[]): Sql => {
  const source = referenceSources[kind]
  return sql`select ${source.id} as id, ${source.label} as label, ${source.hint ?? sql`null::text`} as hint
    from ${source.from} where ${allOf(conditions(source))}`
}
