import { sql, type Sql } from "../sql/sql"

const PAGES = 3_000

/**
 * Ids that part a table into batches of about as many rows each, from a sample of its pages: PostgreSQL's own
 * statistics may be missing after an import.
 *
 * @param table a table of Medusa's with text ids
 */
export const boundsOf = (table: Sql, tableName: string, column: Sql, rowsPerBatch: number): Sql => sql`
  with size as (
    select least(100, ${PAGES} * 100 / greatest(1, pg_relation_size(${tableName}::regclass) / 8192.0)) as percent
  ),
  sampled as materialized (
    select ${column} as id from ${table} tablesample system ((select percent from size)) where ${column} is not null
  ),
  batches as (
    select ceil(count(*) * 100 / (select percent from size) / ${rowsPerBatch}::int)::int as count from sampled
  )
  select coalesce((
    select array_agg(distinct bound) from unnest((
      select percentile_disc(array(
        select number::float / (select count from batches) from generate_series(1, (select count from batches) - 1) number
      )) within group (order by id) from sampled
    )) bound
  ), '{}') as bounds`
