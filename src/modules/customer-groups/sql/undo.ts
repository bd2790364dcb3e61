import { sql, type Sql } from "./sql"

/** Temporary table of all that has happened to the members of a group since an operation began. */
export const SINCE = sql`customer_groups_since`

/** Temporary table of whom an operation moved, and what undoing it does about each. */
export const UNDONE = sql`customer_groups_undone`

/**
 * Which operation of a group each undo goes back to, and whether it stands for it (1) or against it (-1): an undo of an
 * undo stands for it again. The second half of an operation stands for it too. `(id, root_id, sign)`; what was never
 * undone and has no second half is not among them.
 */
const chains = (groupId: string): Sql => sql`
  related as materialized (
    select id, coalesce(undoes_id, part_of_id) as of_id, case when undoes_id is null then 1 else -1 end as sign
    from customer_group_operation
    where group_id = ${groupId} and status = 'succeeded' and (undoes_id is not null or part_of_id is not null)
  ),
  chain (id, root_id, sign) as (
    select of_id, of_id, 1 from related where of_id not in (select id from related) group by of_id
    union all
    select related.id, chain.root_id, chain.sign * related.sign from chain join related on related.of_id = chain.id
  )`

/** Rows of the log from the beginning of an operation on. */
export const since = (groupId: string, operationId: string): Sql => sql`
  select id, customer_id, change, previous_source, added_by, member_since, membership_id, membership_metadata, operation_id
  from customer_group_membership_change
  where group_id = ${groupId}
    and created_at >= (select created_at from customer_group_operation where id = ${operationId})`

/**
 * Whom an operation and its second half have moved in a group, and what each was before: `membership_id`, `created_by`,
 * `metadata`, `created_at` of the row to bring back, and `action`:
 *
 * - `remove`: they were no members, and are
 * - `add`: they were members, and are not
 * - `turn`: they were members of another source
 * - `none`: it moved them out and in again
 *
 * `changed_by` is the latest change of somebody else that stands since then: these stay as they are. Changes that were
 * undone do not stand, and neither do operations that failed. A change by none of our operations always does. Out of
 * `SINCE`, which is analysed: what PostgreSQL believes of a log that was written a second ago ended in a nested loop over
 * all of it for each customer.
 */
export const undone = (groupId: string, undoneIds: readonly string[]): Sql => sql`
  with recursive ${chains(groupId)},
  mine as materialized (select * from ${SINCE} change where operation_id = any(${undoneIds}::text[])),
  first as (select distinct on (customer_id) * from mine order by customer_id, id),
  last as (select distinct on (customer_id) * from mine order by customer_id, id desc),
  later as (
    select change.customer_id, coalesce(chain.root_id, change.operation_id) as root_id, max(change.id) as id,
      sum(coalesce(chain.sign, 1)) as balance
    from ${SINCE} change
    join last on last.customer_id = change.customer_id and change.id > last.id
    left join chain on chain.id = change.operation_id
    where (change.operation_id is null
        or change.operation_id not in (
          select id from customer_group_operation where group_id = ${groupId} and status = 'failed'))
    group by 1, 2
  ),
  standing as (
    select distinct on (customer_id) customer_id, later.id from later
    where root_id is null or balance <> 0 order by customer_id, later.id desc
  )
  select first.customer_id, standing.id as changed_by,
    case when first.change = 'joined' and last.change <> 'left' then 'remove'
      when first.change = 'joined' then 'none'
      when first.change = 'left' and last.change = 'left' then 'add'
      when first.change = 'left' then 'none'
      when last.change = 'left' then 'add'
      else 'turn' end as action,
    case when first.change = 'left' then first.membership_id else last.membership_id end as membership_id,
    case when first.change = 'left' then first.added_by
      when first.previous_source = 'criteria' then 'criteria'
      else before.added_by end as created_by,
    first.membership_metadata as metadata, first.member_since as created_at
  from first
  join last on last.customer_id = first.customer_id
  left join standing on standing.customer_id = first.customer_id
  -- Who turned from by hand into by criteria did so by an undo: the operation it undid says who had added them.
  left join lateral (
    select added_by from customer_group_membership_change before
    where before.customer_id = first.customer_id and before.group_id = ${groupId}
      and first.change = 'source_changed' and first.previous_source = 'manual'
      and before.operation_id = (select undoes_id from customer_group_operation where id = first.operation_id)
    order by before.id desc limit 1
  ) before on true`
