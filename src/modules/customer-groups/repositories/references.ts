import type { Context } from "@medusajs/framework/types"
import type { ReferenceKind } from "../criteria/values"
import { containsText } from "../sql/filters"
import { referencesWhere } from "../sql/references"
import { rowsOf } from "../sql/run"
import { sql, type Sql } from "../sql/sql"

/** Something of the shop that a condition can name. */
export interface ReferenceOption {
  id: string
  label: string | null
  hint: string | null
}

/** Things of the shop that criteria name: whether they exist, what they are called, which there are to choose from. */
export class ReferencesRepository {
  /** Those of the ids that name nothing living. */
  async listUnknown(kind: ReferenceKind, ids: string[], context: Context): Promise<string[]> {
    const found = await rowsOf<ReferenceOption>(
      context,
      referencesWhere(kind, ({ id, isLiving }) => [isLiving, sql`${id} = any(${ids}::text[])`]),
    )
    const known = new Set(found.map(({ id }) => id))
    return ids.filter((id) => !known.has(id))
  }

  /** What things are called; also those that have been deleted since somebody named them. */
  async listNames(kind: ReferenceKind, ids: string[], context: Context): Promise<ReferenceOption[]> {
    return rowsOf(
      context,
      referencesWhere(kind, ({ id }) => [sql`${id} = any(${ids}::text[])`]),
    )
  }

  /** Living things that are called so, by name, hint or id; case does not count. */
  async listNamed(kind: ReferenceKind, names: string[], context: Context): Promise<ReferenceOption[]> {
    const lower = names.map((name) => name.toLowerCase())
    const isNamed = (text: Sql) => sql`lower(${text}) = any(${lower}::text[])`
    const named = referencesWhere(kind, ({ id, label, hint, isLiving }) => [
      isLiving,
      sql`(${isNamed(label)} or ${isNamed(hint ?? id)} or ${isNamed(id)})`,
    ])
    return rowsOf(context, sql`select distinct * from (${named}) named order by label, id`)
  }

  /** The first things to choose from whose name or hint contains a text. */
  async suggest(
    kind: ReferenceKind,
    q: string | undefined,
    limit: number,
    context: Context,
  ): Promise<ReferenceOption[]> {
    const all = referencesWhere(kind, ({ id, label, hint, isLiving }) => [
      isLiving,
      ...(q ? [containsText(sql`concat_ws(' ', ${label}, ${hint ?? id})`, q)] : []),
    ])
    return rowsOf(context, sql`select distinct * from (${all}) options order by label, id limit ${limit}`)
  }

  /** @param values a select of texts that occur in the shop (`value`), from `compileSuggestions` */
  async listOccurring(values: Sql, context: Context): Promise<string[]> {
    const found = await rowsOf<{ value: string }>(context, values)
    return found.map(({ value }) => value)
  }

  /** The store's default currency, if it has one. */
  async retrieveDefaultCurrency(context: Context): Promise<string | undefined> {
    const [found] = await rowsOf<{ currency_code: string }>(
      context,
      sql`select currency_code from store_currency where is_default and deleted_at is null order by created_at limit 1`,
    )
    return found?.currency_code
  }
}
