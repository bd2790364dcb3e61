import type { Context } from "@medusajs/framework/types"
import { inSeconds } from "../sql/moments"
import { countOf, rowOf, rowsOf } from "../sql/run"
import { sql, type Sql } from "../sql/sql"

/** What of a customer has changed. */
export type ChangedData = "profile" | "address" | "orders" | "groups" | "cart"

/** Rows of Medusa's that say which customers have changed. */
export type MarkSource = "customer" | "address" | "order" | "order_transaction" | "payment" | "cart"

/** A customer who was taken from the queue, with everything that was marked of them. */
export interface PendingCustomer {
  /** Null: the whole group is meant. */
  customer_id: string | null
  /** Only this group is meant; all, if null. */
  group_id: string | null
  what: ChangedData[]
  /** Which orders have changed; null if that is not known, and all of the customer's are meant. */
  order_ids: string[] | null
}

/** Customers to be evaluated later. */
export interface PutBack {
  customer_ids: (string | null)[]
  group_ids: string[]
  what: ChangedData
  afterSeconds: number
}

/** How the queue does, for monitoring. */
export interface QueueState {
  /** All rows that are to be evaluated, also those that are due later. */
  pending: number
  due: number
  oldest_due_at: string | null
  /** Customers whose evaluation has failed for good, until they change again. */
  failed: number
}

/** A customer whose evaluation failed the last time. */
export interface FailedCustomer {
  customer_id: string
  attempts: number
  error: string
  /** When it is tried again; null if it is not, until the customer changes. */
  due_at: string | null
}

/** Tries after which a customer is left until the next change. */
const MOST_ATTEMPTS = 8
/** Seconds to the second try; twice as long after each further one, up to an hour. */
const FIRST_WAIT = 15
const LONGEST_WAIT = 3_600

const queue = sql`customer_group_pending_customer`
const hasFailed = sql`due_at = 'infinity'`

/** Who has changed, and by which order, if it is one: `(customer_id, order_id)`. */
const customersOf: Record<MarkSource, (ids: Sql) => Sql> = {
  customer: (ids) => sql`select unnest(${ids}), null`,
  address: (ids) => sql`select customer_id, null from customer_address where id = any(${ids})`,
  // Also of whom it is on record for: it may have been handed over to somebody else, or be gone.
  order: (ids) => sql`select customer_id, id from "order" where id = any(${ids})
    union all select customer_id, order_id from customer_order_fact where order_id = any(${ids})`,
  order_transaction: (
    ids,
  ) => sql`select o.customer_id, o.id from order_transaction t join "order" o on o.id = t.order_id
    where t.id = any(${ids})`,
  payment: (ids) => sql`select o.customer_id, o.id from payment
    join order_payment_collection link on link.payment_collection_id = payment.payment_collection_id
      and link.deleted_at is null
    join "order" o on o.id = link.order_id
    where payment.id = any(${ids})`,
  cart: (ids) => sql`select customer_id, null from cart where id = any(${ids})`,
}

/** Who waits for their evaluation. */
export class PendingCustomersRepository {
  /**
   * Marks the customers that some rows of Medusa's belong to, by the order if it is one.
   * @returns how many
   */
  async mark(source: MarkSource, ids: readonly string[], what: ChangedData, context: Context): Promise<number> {
    return countOf(
      context,
      sql`insert into ${queue} (customer_id, order_id, what)
        select customer_id, case when min(order_id) = max(order_id) then min(order_id) end, ${what}
        from (${customersOf[source](sql`${ids}::text[]`)}) changed (customer_id, order_id)
        where customer_id is not null group by customer_id`,
    )
  }

  /** Marks groups as to be evaluated whole. */
  async markGroups(
    groupIds: readonly string[],
    what: ChangedData,
    afterSeconds: number,
    context: Context,
  ): Promise<void> {
    await this.putBack({ customer_ids: [null], group_ids: [...groupIds], what, afterSeconds }, context)
  }

  /** Whether anything is due; without a transaction, so that looking costs next to nothing. */
  async isAnythingDue(context: Context): Promise<boolean> {
    const { is_due } = await rowOf<{ is_due: boolean }>(
      context,
      sql`select exists (select from ${queue} where due_at <= now()) as is_due`,
    )
    return is_due
  }

  /**
   * Takes what has been due for the longest time, by deletion: a transaction that fails gives it back. Everything else
   * that is marked of the same customers goes with it, since whoever sees a mark sees the change that it is for.
   */
  async take(limit: number, context: Context): Promise<PendingCustomer[]> {
    return this.takeRows(
      sql`select id, customer_id, group_id from ${queue} where due_at <= now()
        order by due_at, id limit ${limit} for update skip locked`,
      context,
    )
  }

  /** Takes what is marked of these customers; see `take`. */
  async takeCustomers(customerIds: readonly string[], context: Context): Promise<PendingCustomer[]> {
    return this.takeRows(
      sql`select id, customer_id, group_id from ${queue}
        where customer_id = any(${customerIds}::text[]) and due_at <= now() order by id for update skip locked`,
      context,
    )
  }

  private takeRows(rows: Sql, context: Context): Promise<PendingCustomer[]> {
    return rowsOf<PendingCustomer>(
      context,
      sql`with due as materialized (${rows}),
        later as materialized (
          select id from ${queue}
          where customer_id = any(array(select customer_id from due where group_id is null))
            and id <> all(array(select id from due))
          order by id for update skip locked
        ),
        taken as (
          delete from ${queue} where id = any(array(select id from due union all select id from later))
          returning customer_id, group_id, what, order_id
        )
        select customer_id, group_id, array_agg(distinct what) as what,
          case when not bool_or(what = 'orders' and order_id is null)
            then array_agg(distinct order_id) filter (where what = 'orders') end as order_ids
        from taken group by customer_id, group_id
        order by customer_id, group_id`,
    )
  }

  /** Marks customers again, for some groups each. */
  async putBack({ customer_ids, group_ids, what, afterSeconds }: PutBack, context: Context): Promise<void> {
    if (!customer_ids.length || !group_ids.length) return
    await countOf(
      context,
      sql`insert into ${queue} (customer_id, group_id, what, due_at)
        select customer_id, group_id, ${what}, ${inSeconds(afterSeconds)}
        from unnest(${customer_ids}::text[]) customer (customer_id), unnest(${group_ids}::text[]) g (group_id)`,
    )
  }

  /**
   * Notes that the evaluation of a customer failed. It is tried again after a while, longer each time; in the end it is
   * left with its reason until the customer changes again.
   *
   * @returns how many times it has failed in a row
   */
  async noteFailure(customerId: string, error: string, context: Context): Promise<number> {
    const [noted] = await rowsOf<{ attempts: number }>(
      context,
      sql`with mine as materialized (
          select id, attempts, due_at from ${queue} where customer_id = ${customerId} for update skip locked
        ),
        counted as (select coalesce(max(attempts) filter (where not ${hasFailed}), 0) + 1 as attempts from mine)
        update ${queue} marked set attempts = counted.attempts, error = ${error},
          due_at = case when counted.attempts >= ${MOST_ATTEMPTS} then 'infinity' else clock_timestamp() + make_interval(
            secs => least(${FIRST_WAIT} * power(2, counted.attempts - 1), ${LONGEST_WAIT})) end
        from counted where marked.id = any(array(select id from mine)) returning marked.attempts`,
    )
    return noted?.attempts ?? 0
  }

  async retrieveState(context: Context): Promise<QueueState> {
    return rowOf<QueueState>(
      context,
      sql`select count(*) filter (where not ${hasFailed})::int as pending,
          count(*) filter (where due_at <= now())::int as due,
          min(due_at) filter (where due_at <= now()) as oldest_due_at,
          count(distinct customer_id) filter (where ${hasFailed})::int as failed
        from ${queue}`,
    )
  }

  /** Customers whose evaluation failed, those that are not tried again first. */
  async listFailed(limit: number, context: Context): Promise<FailedCustomer[]> {
    return rowsOf<FailedCustomer>(
      context,
      sql`select customer_id, max(attempts) as attempts, max(error) as error,
          nullif(max(due_at), 'infinity') as due_at
        from ${queue} where error is not null and customer_id is not null
        group by customer_id order by max(due_at) desc, customer_id limit ${limit}`,
    )
  }
}
