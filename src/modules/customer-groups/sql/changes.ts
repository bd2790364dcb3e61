import { sql, type Sql } from "./sql"

/**
 * What an operation did, as a condition on rows of the log. Found by group and time: an index on the operation would
 * make each of them a tenth dearer to write.
 */
export const ofOperation = (id: string): Sql => {
  const ofIt = (column: Sql) => sql`(select ${column} from customer_group_operation where id = ${id})`
  return sql`(
    group_id = ${ofIt(sql`group_id`)} and created_at >= ${ofIt(sql`created_at`)}
    and created_at <= coalesce(${ofIt(sql`finished_at`)}, 'infinity') and operation_id = ${id}
  )`
}
