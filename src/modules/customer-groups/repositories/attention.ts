import type { Context } from "@medusajs/framework/types"
import { rowOf, rowsOf } from "../sql/run"
import { isSilent } from "../sql/silence"
import { sql } from "../sql/sql"

/** An evaluation that people should hear of. */
export interface UnnotifiedEvaluation {
  operation_id: string
  group_id: string
  status: "held" | "failed"
}

/** Seconds that a request waits for an evaluation before it answers 202: who waited has seen the failure. */
const SEEN = 2
/** Evaluations that are taken in one go. */
const BATCH = 100

/** As the index on these says it. */
const isUnnotified = sql`type = 'evaluate' and status in ('held', 'failed') and notified_at is null and deleted_at is null`

/** Evaluations that a person should look at. */
export class AttentionRepository {
  /** Whether there is a held or failed evaluation that nobody was told of, or a running operation without a sign of life. */
  async isAnythingLeft(context: Context): Promise<boolean> {
    const { is_left } = await rowOf<{ is_left: boolean }>(
      context,
      sql`select exists (select from customer_group_operation where ${isUnnotified})
        or exists (select from customer_group_operation where ${isSilent}) as is_left`,
    )
    return is_left
  }

  /**
   * Takes the held and failed evaluations that nobody was told of yet, and answers those that somebody should hear of:
   * not a failure that its user was shown at once, nor the same one again within a day, nor of a group that is deleted.
   */
  async take(context: Context): Promise<{ taken: number; news: UnnotifiedEvaluation[] }> {
    const found = await rowsOf<UnnotifiedEvaluation & { is_news: boolean }>(
      context,
      sql`with taken as (
          update customer_group_operation set notified_at = clock_timestamp()
          where id = any(array(
            select id from customer_group_operation
            where ${isUnnotified}
            order by created_at limit ${BATCH} for update skip locked))
          returning id, group_id, status, error, actor_id, created_at, finished_at
        ),
        news as (
          select distinct on (taken.group_id, taken.status, taken.error) taken.id
          from taken join customer_group g on g.id = taken.group_id and g.deleted_at is null
          where taken.status = 'held'
            or ((taken.actor_id is null or taken.finished_at - taken.created_at > make_interval(secs => ${SEEN}))
              and not exists (
                select from customer_group_operation before
                where before.group_id = taken.group_id and before.type = 'evaluate' and before.status = 'failed'
                  and before.error is not distinct from taken.error and before.notified_at > now() - interval '1 day'
                  and before.created_at > now() - interval '2 days' and before.deleted_at is null
                  and before.id not in (select id from taken)))
          order by taken.group_id, taken.status, taken.error, taken.created_at desc
        )
        select taken.id as operation_id, taken.group_id, taken.status, news.id is not null as is_news
        from taken left join news on news.id = taken.id order by taken.created_at`,
    )
    const news = found.filter(({ is_news }) => is_news)
    return {
      taken: found.length,
      news: news.map(({ operation_id, group_id, status }) => ({ operation_id, group_id, status })),
    }
  }

  /** How many evaluations are going on, are stuck and wait for a person, and of how many groups the last one failed. */
  async count(context: Context): Promise<{ running: number; held: number; stuck: number; failed: number }> {
    return rowOf(
      context,
      sql`select
          count(*) filter (where status = 'running')::int as running,
          count(*) filter (where ${isSilent})::int as stuck,
          count(*) filter (where status = 'held')::int as held,
          (select count(*)::int from customer_group_criteria criteria
            join customer_group g on g.id = criteria.group_id and g.deleted_at is null
            where criteria.error is not null and criteria.deleted_at is null) as failed
        from customer_group_operation where status in ('running', 'held') and deleted_at is null`,
    )
  }
}
