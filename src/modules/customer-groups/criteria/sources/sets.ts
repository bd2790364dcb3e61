import { allOf, linesOf, name, sql, type Sql } from "../../sql/sql"
import type { Clock } from "../dates"

/** Rows that belong to customers, several a customer: what a set is made from. */
export interface Rows {
  /** Tables, joined; without the word `from`. */
  from: Sql
  /** The column that names the customer. */
  customerId: Sql
  where?: readonly Sql[]
}

/** What keeps rows to the customers that are asked about; nothing if all are. */
export type Limit = (rows: Rows) => Sql[]

/** For what sets are made, which tells how each is best written. */
export interface Use {
  /**
   * Many conditions look at them (several groups at once): they hold values, which serve each threshold, rather than
   * those customers only who pass one of them.
   */
  isShared: boolean
  /** They are kept to given customers, so that none of them can be large. */
  isOfFew: boolean
}

/**
 * The sets of one statement: sub-selects of one row a customer that are joined to the customers `c`. The same set is
 * joined once, whoever asks for it.
 */
export class Sets {
  private readonly joins = new Map<string, { alias: Sql; join: Sql }>()

  constructor(
    readonly clock: Clock,
    private readonly limit: Limit,
    readonly use: Use,
  ) {}

  /** Joins the row of statistics in a currency, or over all of them (`*`). */
  statistics(currencyCode: string): Sql {
    return this.add((alias) => {
      const isItsRow = sql`${alias}.customer_id = c.id and ${alias}.currency_code = ${currencyCode}`
      return sql`left join customer_statistics ${alias} on ${isItsRow}`
    })
  }

  /** Joins a sub-select of `(customer_id, …)`, one row a customer. */
  joined(select: Sql): Sql {
    return this.add((alias) => sql`left join (${select}) ${alias} on ${alias}.customer_id = c.id`)
  }

  /** `from … where …` of rows, kept to the customers that are asked about. */
  fromRows(rows: Rows, further: readonly Sql[] = []): Sql {
    return sql`from ${rows.from} where ${allOf([...this.limit(rows), ...(rows.where ?? []), ...further])}`
  }

  /** All joins, for the `from` of the statement. */
  get all(): Sql {
    return linesOf([...this.joins.values()].map(({ join }) => join))
  }

  private add(join: (alias: Sql) => Sql): Sql {
    const sample = join(name("s"))
    const key = JSON.stringify([sample.text, sample.values])
    const known = this.joins.get(key)
    if (known) return known.alias
    const alias = name(`s${this.joins.size}`)
    this.joins.set(key, { alias, join: join(alias) })
    return alias
  }
}
