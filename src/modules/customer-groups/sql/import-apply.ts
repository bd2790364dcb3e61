import { sql, type Sql } from "./sql"

/** A temporary table of what an import does: `(customer_id, action, reason, until)`, each living customer once. */
export const DUE = sql`customer_group_import_due`

/** Rows that change something; of a guest the customer who was made, or who has the address by now. */
const rowsToApply = (importId: string): Sql => sql`
  select line, coalesce(row.customer_id, (
      select id from customer c where c.email = lower(row.email) and c.deleted_at is null
      order by has_account desc, created_at, id limit 1
    )) as customer_id, case outcome when 'guest' then 'add' else outcome end as action, reason, until
  from customer_group_import_row row
  where import_id = ${importId} and outcome in ('add', 'guest', 'remove', 'exclude')`

/** Locks the customers of a small import against deletion. */
export const lockCustomers = (importId: string): Sql => sql`
  select 1 from customer where id in (select customer_id from (${rowsToApply(importId)}) due)
  order by id for share`

/** What fills the table. Who was deleted since the check is left out. */
export const due = (importId: string): Sql => sql`
  select distinct on (customer_id) due.customer_id, due.action, due.reason, due.until
  from (${rowsToApply(importId)}) due join customer c on c.id = due.customer_id and c.deleted_at is null
  order by customer_id, line`

/** The customers with these actions. */
export const dueWith = (...actions: string[]): Sql =>
  sql`select customer_id from ${DUE} where action = any(${actions}::text[])`

/** Who stays out after this import, as `excludeEach` takes them: those to exclude, and who was taken out by it. */
export const staysOut = (groupId: string, operationId: string): Sql => sql`
  select customer_id, reason, until from ${DUE} due where action = 'exclude'
    or (action = 'remove' and customer_id in (
      select customer_id from customer_group_membership_change
      where group_id = ${groupId} and created_at >= now() and change = 'left' and operation_id = ${operationId}))`
