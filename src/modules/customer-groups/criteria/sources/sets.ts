import { allOf, linesOf, listOf, name, sql, type Sql } from "../../sql/sql"
import type { Clock } from "../dates"

/** Rows that belong to customers, several a customer: what a set is made from. */
export interface Rows {
  /** Tables, joined; without the word `from`. */
  from: Sql
  /** The column that names the customer. */
  customerId: Sql
  /**
   * What holds of these rows whatever is asked of them. It stays with the tables where several conditions read them once:
   * an index that leaves out other rows (deleted ones, say) can only then be used.
   */
  always?: readonly Sql[]
  /** What this set asks of them. */
  where?: readonly Sql[]
  /**
   * Every row's customer exists, deleted or not: facts of orders, or rows that a foreign key holds. Who is in such rows
   * is then found without reading all customers.
   */
  areOfCustomers?: boolean
}

/** A set that is joined, by the alias of its relation. */
interface Joined {
  alias: Sql
  relation: Sql
  /** What its rows have to be, beside being the customer's. */
  where: readonly Sql[]
  areOfCustomers: boolean
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

/** A set that a statement begins with, in place of all customers: `c` is then who is in it. */
export interface Leader {
  alias: Sql
  from: Sql
  where: readonly Sql[]
}

const keyOf = ({ text, values }: Sql): string => JSON.stringify([text, values])

const joinOf = ({ alias, relation, where }: Joined): Sql =>
  sql`left join ${relation} on ${allOf([sql`${alias}.customer_id = c.id`, ...where])}`

/**
 * The sets of one statement: sub-selects of one row a customer that are joined to the customers `c`. The same set is
 * joined once, whoever asks for it.
 */
export class Sets {
  private readonly joins = new Map<string, Joined>()
  private readonly gathered = new Map<string, Gathered>()

  constructor(
    readonly clock: Clock,
    private readonly limit: Limit,
    readonly use: Use,
  ) {}

  /** Joins the row of statistics in a currency, or over all of them (`*`). */
  statistics(currencyCode: string): Sql {
    return this.add((alias) => ({
      alias,
      relation: sql`customer_statistics ${alias}`,
      where: [sql`${alias}.currency_code = ${currencyCode}`],
      areOfCustomers: true,
    }))
  }

  /**
   * Joins a sub-select of `(customer_id, …)`, one row a customer.
   *
   * @param areOfCustomers every one of the customers exists
   */
  joined(select: Sql, areOfCustomers = false): Sql {
    return this.add((alias) => ({ alias, relation: sql`(${select}) ${alias}`, where: [], areOfCustomers }))
  }

  /** The first of these sets whose customers all exist. */
  leaderAmong(aliases: readonly Sql[]): Leader | undefined {
    const leader = [...this.joins.values()].find((set) => set.areOfCustomers && aliases.includes(set.alias))
    if (!leader) return undefined
    const { alias, relation, where } = leader
    return {
      alias,
      from: sql`${relation} cross join lateral (select ${alias}.customer_id as id) c`,
      where,
    }
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
    const key = keyOf(sql`${rows.from} ${rows.customerId} ${allOf(rows.always ?? [])}`)
    const known = this.gathered.get(key) ?? {
      rows: { from: rows.from, customerId: rows.customerId, always: rows.always },
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
    const conditions = [...this.limit(rows), ...(rows.always ?? []), ...(rows.where ?? []), ...further]
    return sql`from ${rows.from} where ${allOf(conditions)}`
  }

  /** All joins, for the `from` of the statement; but of the set that leads it. */
  joinsBehind(leader?: Leader): Sql {
    const sets = [...this.joins.values()].filter(({ alias }) => alias !== leader?.alias)
    return linesOf([...sets.map(joinOf), ...[...this.gathered.values()].map(this.joinOf)])
  }

  private readonly joinOf = ({ rows, alias, columns }: Gathered): Sql => {
    const selected = [...columns.values()].map((each) => sql`${each.column} as ${each.name}`)
    return sql`left join (
      select ${listOf([sql`${rows.customerId} as customer_id`, ...selected])} ${this.fromRows(rows)} group by 1
    ) ${alias} on ${alias}.customer_id = c.id`
  }

  private add(setOf: (alias: Sql) => Joined): Sql {
    const key = keyOf(joinOf(setOf(name("s"))))
    const known = this.joins.get(key)
    if (known) return known.alias
    const set = setOf(name(`s${this.joins.size}`))
    this.joins.set(key, set)
    return set.alias
  }
}
