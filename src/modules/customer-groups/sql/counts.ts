import { sql, type Sql } from "./sql"

/** A row a group: what has been written to the outbox and is not folded into its counts yet. */
export const unfolded = sql`
  select group_id,
    sum(joined_manual - left_manual + turned_manual - turned_criteria) as manual,
    sum(joined_criteria - left_criteria + turned_criteria - turned_manual) as criteria,
    sum(joined_manual + joined_criteria) as joined,
    sum(left_manual + left_criteria) as "left"
  from customer_group_outbox group by group_id`

/** The exact number of members of each group: `(group_id, kind, manual, criteria, joined, left)`; the last two unfolded. */
export const memberCounts = sql`
  select state.id as group_id, state.kind,
    (state.manual_count + coalesce(unfolded.manual, 0))::int as manual,
    (state.criteria_count + coalesce(unfolded.criteria, 0))::int as criteria,
    coalesce(unfolded.joined, 0)::int as joined,
    coalesce(unfolded."left", 0)::int as "left"
  from customer_group_state state left join (${unfolded}) unfolded on unfolded.group_id = state.id`

/** The exact number of members of one group: `(count)`, no row if there is no such group. */
export const memberCountOf = (groupId: string): Sql =>
  sql`select manual + criteria as count from (${memberCounts}) counts where group_id = ${groupId}`

/** The truth that the counts stand for: living members of each group by source, each once. */
export const trueCounts = sql`
  select pair.customer_group_id as group_id,
    count(*) filter (where is_manual)::int as manual, count(*) filter (where not is_manual)::int as criteria
  from (
    select customer_group_id, customer_id, bool_or(created_by is distinct from 'criteria') as is_manual
    from customer_group_customer group by customer_group_id, customer_id
  ) pair
  join customer on customer.id = pair.customer_id and customer.deleted_at is null
  group by pair.customer_group_id`
