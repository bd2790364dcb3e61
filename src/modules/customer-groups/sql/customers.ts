import type { AdminCustomerFilter } from "../../../types"
import { containsText, listed, withinDates } from "./filters"
import { allOf, sql, type Sql } from "./sql"

/** What a search looks in: e-mail, name, company and phone of the customer `c`. */
const searchText = sql`concat_ws(' ', c.email, c.first_name, c.last_name, c.company_name, c.phone)`

export const customerMatches = (q: string): Sql => containsText(searchText, q)

/** The name as a list shows and sorts it; nothing for somebody without one. */
export const customerName = sql`nullif(concat_ws(' ', nullif(c.first_name, ''), nullif(c.last_name, '')), '')`

/** What a list shows of the customer `c` beside the id. */
export const detailsOfCustomer = sql`c.email, c.first_name, c.last_name, c.company_name, c.phone, c.has_account, c.created_at`

export const customerColumns = sql`c.id, ${detailsOfCustomer}`

/** Living customers of the shop (`customer c`) that match a filter. */
export const customersWhere = (filter: AdminCustomerFilter): Sql =>
  allOf([
    sql`c.deleted_at is null`,
    ...(filter.q ? [customerMatches(filter.q)] : []),
    ...(filter.has_account === undefined ? [] : [sql`c.has_account = ${filter.has_account}`]),
    ...(filter.created_at ? [withinDates(sql`c.created_at`, filter.created_at)] : []),
    ...(filter.customer_group_id === undefined
      ? []
      : [
          sql`exists (select 1 from customer_group_customer other
            where other.customer_id = c.id and other.customer_group_id = any(${listed(filter.customer_group_id)}::text[]))`,
        ]),
    ...(filter.country_code === undefined
      ? []
      : [
          sql`exists (select 1 from customer_address address where address.customer_id = c.id
            and address.deleted_at is null and address.country_code = any(${listed(filter.country_code)}::text[]))`,
        ]),
  ])
