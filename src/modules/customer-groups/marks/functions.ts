import { triggerFunction } from "../log/trigger-function"

/**
 * What events mark at once, these mark for later: the net for events that are lost and for SQL that emits none. An
 * evaluation takes the later marks of its customers with it, so they cost nothing where the event has come.
 */
const NET = "now() + interval '1 minute'"

/** Seconds in which changes to products are gathered: an import changes thousands. */
export const PRODUCTS_WAIT = 30

const mark = (select: string) =>
  `insert into customer_group_pending_customer (customer_id, what, due_at) select distinct ${select};`

/**
 * Customers by the order that has changed; of somebody with several in one statement all are meant.
 *
 * @param touched a select of `(customer_id, order_id)`
 */
const markOrders = (touched: string) =>
  `insert into customer_group_pending_customer (customer_id, what, due_at, order_id)
    select customer_id, 'orders', ${NET}, case when min(order_id) = max(order_id) then min(order_id) end
    from (${touched}) touched (customer_id, order_id) where customer_id is not null group by customer_id;`

/** Whose rows a statement has written: who they belonged to before, and who they belong to now. */
const owners = (columns: string, select: (rows: string) => string, write = mark) => `
  if tg_op = 'INSERT' then
    ${write(select("new_rows"))}
  elsif tg_op = 'DELETE' then
    ${write(select("old_rows"))}
  else
    ${write(select(`(select ${columns} from new_rows union select ${columns} from old_rows)`))}
  end if;
  return null;`

const FUNCTION_TEXTS = [
  triggerFunction(
    "customer_groups_mark_orders",
    `begin ${owners("customer_id, id", (rows) => `select customer_id, id from ${rows} touched`, markOrders)}`,
  ),

  triggerFunction(
    "customer_groups_mark_transactions",
    `begin ${owners(
      "order_id",
      (rows) => `select o.customer_id, o.id from ${rows} touched join "order" o on o.id = touched.order_id`,
      markOrders,
    )}`,
  ),

  // The facts of orders are of customers who exist: orders that were imported first count from now on, and those of a
  // customer who is gone count no more.
  triggerFunction(
    "customer_groups_mark_customers",
    `begin
    if tg_op = 'INSERT' then
      ${mark(`id, case when exists (select from "order" o where o.customer_id = touched.id and o.deleted_at is null)
        then 'orders' else 'profile' end, ${NET} from new_rows touched`)}
    elsif tg_op = 'DELETE' then
      ${mark(`id, 'orders', ${NET} from old_rows`)}
    else
      ${mark(`id, 'profile', ${NET} from new_rows`)}
    end if;
    return null;`,
  ),

  // An address that is gone is due at once: its event says only an id by which nobody can be found any more.
  triggerFunction(
    "customer_groups_mark_addresses",
    `begin ${owners(
      "customer_id",
      (rows) => `customer_id, 'address', ${rows === "old_rows" ? "now()" : NET}
        from ${rows} touched where customer_id is not null`,
    )}`,
  ),

  // A cart that is somebody else's now: its event says only the cart, by which nobody finds who had it.
  triggerFunction(
    "customer_groups_mark_former_owner",
    `begin
    ${mark("old.customer_id, 'cart', now()")}
    return null;`,
  ),

  // Medusa tells nobody when a category gets products on its own page, or loses them.
  triggerFunction(
    "customer_groups_mark_categories",
    `begin
    insert into customer_group_pending_customer (group_id, what, due_at)
      select group_id, 'groups', now() + interval '${PRODUCTS_WAIT} seconds' from customer_group_criteria
      where status = 'active' and deleted_at is null
        and criteria::text || coalesce(stay::text, '') ~ '"(purchased_)?category"';
    return null;`,
  ),
]

const FUNCTION_NAMES = FUNCTION_TEXTS.map((text) => /function (\w+\(\))/.exec(text)![1]!)

/** `create or replace` throughout: running it again is free. */
export const CREATE_MARK_FUNCTIONS = FUNCTION_TEXTS.join("\n")

export const DROP_MARK_FUNCTIONS = FUNCTION_NAMES.map((signature) => `drop function if exists ${signature};`).join("\n")
