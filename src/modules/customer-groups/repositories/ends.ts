import type { Context } from "@medusajs/framework/types"
import { MARKED_ONE_BY_ONE } from "../log/record"
import { countOf } from "../sql/run"
import { sql } from "../sql/sql"

/** The run that notes up to when ends have been marked. */
const ENDS = "ends"

/** An exclusion may be written by a transaction that commits after its end has come. */
const LATE = sql`interval '1 minute'`

/** Exclusions and minimum stays that end: nothing is written when they do, so nobody else would mark their customers. */
export class EndsRepository {
  /**
   * Marks whose exclusion or minimum stay has ended since this was last done, each for the group that it is of. Of many at
   * once the group is marked as a whole. One statement; who comes while it is under way waits, and finds the rest.
   *
   * @returns how many rows were marked
   */
  async mark(context: Context): Promise<number> {
    return countOf(
      context,
      sql`with last as materialized (
          select ran_at from customer_group_worker_run where name = ${ENDS} for update
        ),
        noted as (
          insert into customer_group_worker_run as run (name, ran_at) values (${ENDS}, now())
          on conflict (name) do update set ran_at = greatest(run.ran_at, excluded.ran_at)
        ),
        ended as (
          select exclusion.group_id, exclusion.customer_id
          from last join customer_group_exclusion exclusion
            on exclusion.until > last.ran_at - ${LATE} and exclusion.until <= now() and exclusion.deleted_at is null
          union
          select criteria.group_id, member.customer_id
          from last cross join customer_group_criteria criteria
          cross join lateral make_interval(days => (criteria.stay ->> 'days')::int) lasting
          cross join lateral (
            select customer_id from customer_group_customer
            where customer_group_id = criteria.group_id and created_by = 'criteria'
              and created_at > last.ran_at - lasting and created_at <= now() - lasting
            -- Looked up for each group: joined with all groups at once, everybody's memberships would be read.
            offset 0
          ) member
          where criteria.status = 'active' and criteria.deleted_at is null and criteria.stay ->> 'days' is not null
        )
        insert into customer_group_pending_customer (customer_id, group_id, what)
        select distinct case when size <= ${MARKED_ONE_BY_ONE} then customer_id end, group_id, 'groups'
        from (select *, count(*) over (partition by group_id) as size from ended) sized`,
    )
  }
}
