/**
 * What somebody would write who knows Medusa's tables and SQL well, and has no tables beside them. Totals are read from
 * order_summary, which is as good as Medusa's own totals in the seeded shop. Each is a select of ids of customers.
 */
import { nothing, sql, type Sql } from "../../src/modules/customer-groups/sql/sql"

/** Orders that count. */
const counts = sql`o.deleted_at is null and not o.is_draft_order and o.status not in ('draft', 'canceled')
  and o.canceled_at is null`

const since = (days: number | undefined) =>
  days === undefined ? nothing : sql`and o.created_at >= (now() at time zone 'UTC')::date - ${days}::int`

/** Keeps ids to living customers. */
export const livingOnly = (ids: Sql): Sql => sql`
  select c.id from customer c where c.deleted_at is null and c.id in (${ids})`

export const spentOnCore = ({ currency, over, days }: { currency: string; over: number; days?: number }): Sql => sql`
  select o.customer_id from "order" o
  join order_summary s on s.order_id = o.id and s.version = o.version and s.deleted_at is null
  where ${counts} and o.currency_code = ${currency} ${since(days)}
  group by 1 having sum((s.totals ->> 'current_order_total')::numeric) > ${over}::numeric`

export const countsOnCore = ({ atLeast, days }: { atLeast: number; days: number }): Sql => sql`
  select o.customer_id from "order" o where ${counts} ${since(days)}
  group by 1 having count(*) >= ${atLeast}::bigint`

export const linesOnCore = ({ categoryId, days }: { categoryId: string; days: number }): Sql => sql`
  select o.customer_id from "order" o
  join order_item i on i.order_id = o.id and i.version = o.version and i.deleted_at is null
    and i.quantity > coalesce(i.return_received_quantity, 0) + coalesce(i.return_dismissed_quantity, 0)
  join order_line_item l on l.id = i.item_id
  where ${counts} ${since(days)} and l.product_id in (
    select l.product_id from product_category_product l
    join product_category child on child.id = l.product_category_id and child.deleted_at is null
    join product_category top on child.mpath = top.mpath or starts_with(child.mpath, top.mpath || '.')
    where top.id = ${categoryId})`

export const mixedOnCore = (of: { groupId: string; domain: string; countries: string[]; days: number }): Sql => sql`
  select c.id from customer c
  where c.deleted_at is null and c.has_account and c.email like ${`%@${of.domain}`}
    and not exists (
      select 1 from customer_group_customer m where m.customer_id = c.id and m.customer_group_id = ${of.groupId})
    and (
      (c.id in (${spentOnCore({ currency: "eur", over: 1_000 })}) and exists (
        select 1 from customer_address a
        where a.customer_id = c.id and a.deleted_at is null and a.country_code = any(${of.countries}::text[])))
      or c.id in (${countsOnCore({ atLeast: 3, days: of.days })})
    )`
