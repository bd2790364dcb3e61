/**
 * Up to here the customers and rows of a change are locked one by one, which closes the last races with other writers;
 * beyond, the locks would hold up the customers' own changes (docs/decisions/0003).
 */
export const SMALL_CHANGE = 1_000

/** Of more members at once, groups are evaluated whole. */
export const MARKED_ONE_BY_ONE = 5_000

/**
 * One statement that writes down who moved: a row a group into the outbox, a row a customer into the log; and marks them
 * for the groups whose criteria look at theirs, unless the writer evaluates those itself (`customer_groups.dependents`).
 *
 * @param ctes definitions before it, ending without a comma; the last one is
 * `moved (group_id, customer_id, source_before, source_after, added_by, member_since, membership_id, membership_metadata)`,
 * where a source is `manual`, `criteria`, or null for somebody who is no member
 */
export const record = (ctes: string): string => `
with ${ctes},
box as (
  insert into customer_group_outbox (group_id, operation_id, joined_manual, joined_criteria, left_manual, left_criteria,
    turned_manual, turned_criteria, created_at)
  select group_id, operation,
    count(*) filter (where source_before is null and source_after = 'manual'),
    count(*) filter (where source_before is null and source_after = 'criteria'),
    count(*) filter (where source_before = 'manual' and source_after is null),
    count(*) filter (where source_before = 'criteria' and source_after is null),
    count(*) filter (where source_before = 'criteria' and source_after = 'manual'),
    count(*) filter (where source_before = 'manual' and source_after = 'criteria'),
    moment
  from moved group by group_id
  returning id, group_id, joined_manual + joined_criteria + left_manual + left_criteria as moves
),
watching as materialized (
  select box.group_id, box.moves, criteria.group_id as watcher_id
  from box join customer_group_criteria criteria
    on strpos(criteria.criteria::text || coalesce(criteria.stay::text, ''), '"' || box.group_id || '"') > 0
  where current_setting('customer_groups.dependents', true) is distinct from 'evaluated'
    and box.moves > 0 and criteria.status = 'active' and criteria.deleted_at is null
),
marked as (
  insert into customer_group_pending_customer (customer_id, group_id, what)
  select customer_id, watcher_id, 'groups' from watching cross join lateral (
    select moved.customer_id from moved
    where moved.group_id = watching.group_id and (source_before is null or source_after is null) offset 0
  ) mover where moves <= ${MARKED_ONE_BY_ONE}
  union all
  select distinct null, watcher_id, 'groups' from watching where moves > ${MARKED_ONE_BY_ONE}
)
insert into customer_group_membership_change (outbox_id, group_id, customer_id, change, source, previous_source,
  added_by, member_since, membership_id, membership_metadata, operation_id, created_at)
select box.id, moved.group_id, moved.customer_id,
  case when source_before is null then 'joined' when source_after is null then 'left' else 'source_changed' end,
  coalesce(source_after, source_before),
  case when source_after is not null then source_before end,
  added_by, member_since, membership_id, membership_metadata, operation, moment
from moved join box on box.group_id = moved.group_id;`

/** The source that a membership row says, see DESIGN of sources: only an evaluation writes `criteria`. */
export const sourceOf = (column: string): string => `case when ${column} = 'criteria' then 'criteria' else 'manual' end`

/**
 * Compares each touched pair before and after a statement. A pair may have several rows (Medusa makes such when a
 * customer is added twice): it is a member while one is left, and by hand if one of them is.
 *
 * @param touched CTE `touched (group_id, customer_id, id, created_by, created_at, metadata, was, remains)`: every row
 * of the pairs that the statement touched; `was` there before it, `remains` after it
 */
export const movedPairs = (touched: string): string => `
touched as (${touched}),
compared as (
  select group_id, customer_id,
    case when bool_or(was) then
      case when bool_or(created_by is distinct from 'criteria') filter (where was) then 'manual' else 'criteria' end
    end as source_before,
    case when bool_or(remains) then
      case when bool_or(created_by is distinct from 'criteria') filter (where remains) then 'manual' else 'criteria' end
    end as source_after,
    (array_agg(id order by was, created_at, id) filter (where was is distinct from remains))[1] as membership_id
  from touched group by group_id, customer_id
),
moved as materialized (
  select distinct on (compared.group_id, compared.customer_id)
    compared.group_id, compared.customer_id, source_before, source_after,
    touched.created_by as added_by, touched.created_at as member_since, touched.id as membership_id,
    touched.metadata as membership_metadata
  from compared
  join touched on touched.group_id = compared.group_id and touched.customer_id = compared.customer_id
    and touched.id = compared.membership_id
  left join customer on customer.id = compared.customer_id
  where source_before is distinct from source_after
    -- Who is deleted has left already; a customer who is gone altogether leaves by this very cascade.
    and customer.deleted_at is null
  order by compared.group_id, compared.customer_id, touched.remains desc
)`
