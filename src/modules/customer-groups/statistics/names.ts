import { Sql, sql } from "../sql/sql"

/** The three tables of facts: those that are read, or those that a rebuild fills. */
export interface FactTables {
  orders: Sql
  purchases: Sql
  statistics: Sql
}

export const live: FactTables = {
  orders: sql`customer_order_fact`,
  purchases: sql`customer_purchase_fact`,
  statistics: sql`customer_statistics`,
}

export const shadow: FactTables = {
  orders: sql`customer_order_fact_next`,
  purchases: sql`customer_purchase_fact_next`,
  statistics: sql`customer_statistics_next`,
}

/** A statement that makes or changes tables: text of ours, without values. */
export const definition = (text: string): Sql => Sql.of(Object.assign([text], { raw: [text] }), [])
