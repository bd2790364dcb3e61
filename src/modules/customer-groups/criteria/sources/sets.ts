import { allOf, linesOf, listOf, name, sql, type Sql } from "../../sql/sql"
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

/** Rows of the same tables, of which several conditions ask different things. */
interface Gathered {
  rows: Rows
  alias: Sql
  columns: Map<string, { name: Sql; column: Sql }>
}

const keyOf = ({ text, values }: Sql): string => JSON.stringify([text, values])

/**
 * The sets of one statement: sub-selects of one row a customer that are joined to the customers `c`. The same set is
 * joined once, whoever asks for it.
 */
export class Sets {
  private readonly joins = new Map<string, { alias: Sql; join: Sql }>()
  private readonly gathered = new Map<string, Gathered>()

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

  /**
   * Whether rows of the same tables are read once for all conditions. For a few customers reading is nothing, and
   * planning dozens of sets takes ten times as long as running them.
   */
  get gathers(): boolean {
    return this.use.isShared && this.use.isOfFew
  }

  /**
   * Joins rows once for all that is asked of their tables.
   *
   * @param column an aggregate, from the condition that leaves the rows of this set
   */
  fromGathered(rows: Rows, column: (isOfSet: Sql) => Sql): Sql {
    const key = keyOf(sql`${rows.from} ${rows.customerId}`)
    const known = this.gathered.get(key) ?? {
      rows: { from: rows.from, customerId: rows.customerId },
      alias: name(`r${this.gathered.size}`),
      columns: new Map(),
    }
    this.gathered.set(key, known)
    const wanted = column(allOf(rows.where ?? []))
    const found = known.columns.get(keyOf(wanted)) ?? { name: name(`v${known.columns.size}`), column: wanted }
    known.columns.set(keyOf(wanted), found)
    return sql`${known.alias}.${found.name}`
  }

  /** `from … where …` of rows, kept to the customers that are asked about. */
  fromRows(rows: Rows, further: readonly Sql[] = []): Sql {
    return sql`from ${rows.from} where ${allOf([...this.limit(rows), ...(rows.where ?? []), ...further])}`
  }

  /** All joins, for the `from` of the statement. */
  get all(): Sql {
    return linesOf([
      ...[...this.joins.values()].map(({ join }) => join),
      ...[...this.gathered.values()].map(this.joinOf),
    ])
  }

  private readonly joinOf = ({ rows, alias, columns }: Gathered): Sql => {
    const selected = [...columns.values()].map((each) => sql`${each.column} as ${each.name}`)
    return sql`left join (
      select ${listOf([sql`${rows.customerId} as customer_id`, ...selected])} ${this.fromRows(rows)} group by 1
    ) ${alias} on ${alias}.customer_id = c.id`
  }

  private add(join: (alias: Sql) => Sql): Sql {
    const sample = join(name("s"))
    const key = keyOf(sample)
    const known = this.joins.get(key)
    if (known) return known.alias
    const alias = name(`s${this.joins.size}`)
    this.joins.set(key, { alias, join: join(alias) })
    return alias
  }
}
