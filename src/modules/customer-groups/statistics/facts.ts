import { sql, type Sql } from "../sql/sql"

/** A condition on a column that holds ids: those that a statement is about. */
export type Among = (column: Sql) => Sql

/** Ids from one (included) up to another (excluded); null is open. */
export const inRange =
  (lower: string | null, upper: string | null): Among =>
  (column) =>
    sql`${lower === null ? sql`true` : sql`${column} >= ${lower}`} and ${upper === null ? sql`true` : sql`${column} < ${upper}`}`

const ORDER_COLUMNS = sql`o.id, o.version, o.customer_id, o.created_at, o.currency_code, o.region_id, o.sales_channel_id, o.status`

/** Orders that count: placed by a customer, neither draft nor cancelled nor deleted. */
export const ordersThatCount = (where: Among | Sql = sql`true`): Sql => sql`
  select ${ORDER_COLUMNS} from "order" o
  where ${typeof where === "function" ? where(sql`o.id`) : where} and o.deleted_at is null and not o.is_draft_order
    and o.status not in ('draft', 'canceled') and o.canceled_at is null and o.customer_id is not null`

/** Digits of an amount in a currency, as Medusa's own table says, as the relation `currency (code, digits)`. */
const currencies = sql`(select code, decimal_digits as digits from currency) currency`

/**
 * One row an order line that stands, in the order's current version (each step of fulfilment writes all lines anew):
 * what it comes to with discounts and tax, for what was not returned.
 *
 * The algebra of Medusa's totals without dividing by the tax factor, which would leave noise at half cents:
 * kept × price (× factor unless inclusive) − (discounts without tax × factor + discounts with tax) × kept ÷ quantity.
 *
 * @param orders relation of orders that count
 * @param items condition on `order_item`
 * @param byItem the same lines, as a condition on a column with ids of line items: each table is read by it
 */
export const linesOf = (orders: Sql, items: Sql, byItem: Among): Sql => sql`
  select oi.item_id, o.id as order_id, o.customer_id, o.created_at as placed_at, o.currency_code,
    li.product_id, li.variant_id, oi.quantity, oi.returned as returned_quantity,
    (oi.quantity - oi.returned) * coalesce(oi.unit_price, li.unit_price)
        * case when li.is_tax_inclusive then 1 else 1 + coalesce(tax.rate, 0) * 0.01 end
      - case when discount.item_id is null or oi.quantity = 0 then 0 else
          (discount.without_tax * (1 + coalesce(tax.rate, 0) * 0.01) + discount.with_tax)
            * (oi.quantity - oi.returned) / oi.quantity
        end as total
  from (
    select item_id, order_id, version, unit_price, quantity,
      coalesce(return_received_quantity, 0) + coalesce(return_dismissed_quantity, 0) as returned
    from order_item where ${items} and deleted_at is null
  ) oi
  join (${orders}) o on o.id = oi.order_id and o.version = oi.version
  join (
    select id, product_id, variant_id, unit_price, is_tax_inclusive from order_line_item where ${byItem(sql`id`)}
  ) li on li.id = oi.item_id
  left join (
    select item_id, sum(rate) as rate from order_line_item_tax_line
    where ${byItem(sql`item_id`)} and deleted_at is null group by item_id
  ) tax on tax.item_id = oi.item_id
  left join (
    select item_id, version,
      coalesce(sum(amount) filter (where not is_tax_inclusive), 0) as without_tax,
      coalesce(sum(amount) filter (where is_tax_inclusive), 0) as with_tax
    from order_line_item_adjustment where ${byItem(sql`item_id`)} and deleted_at is null group by item_id, version
  ) discount on discount.item_id = oi.item_id and discount.version = o.version`

/**
 * One row an order: what its shipping comes to, in the order's current version, also of returns and exchanges.
 *
 * @param shipments condition on `order_shipping`
 * @param byMethod the same shipments, as a condition on a column with ids of shipping methods
 */
export const shippingOf = (orders: Sql, shipments: Sql, byMethod: Among): Sql => sql`
  select o.id as order_id, sum(
    case when method.is_tax_inclusive then method.amount - coalesce(discount.amount, 0) * tax.factor
      else (method.amount - coalesce(discount.amount, 0)) * tax.factor end) as total
  from (
    select order_id, version, shipping_method_id from order_shipping where ${shipments} and deleted_at is null
  ) shipment
  join (${orders}) o on o.id = shipment.order_id and o.version = shipment.version
  join (
    select id, amount, is_tax_inclusive from order_shipping_method where ${byMethod(sql`id`)}
  ) method on method.id = shipment.shipping_method_id
  left join (
    select shipping_method_id, sum(rate) as rate from order_shipping_method_tax_line
    where ${byMethod(sql`shipping_method_id`)} and deleted_at is null group by shipping_method_id
  ) rates on rates.shipping_method_id = method.id
  left join (
    select shipping_method_id, version, sum(amount) as amount from order_shipping_method_adjustment
    where ${byMethod(sql`shipping_method_id`)} and deleted_at is null group by shipping_method_id, version
  ) discount on discount.shipping_method_id = method.id and discount.version = o.version
  cross join lateral (select 1 + coalesce(rates.rate, 0) * 0.01 as factor) tax
  group by o.id`

/**
 * Facts of orders from what their lines and shipping come to. Credit lines of one smallest unit or less count as none,
 * as in Medusa.
 *
 * @param parts relation `(order_id, total)`, any number of rows an order
 * @param byOrder the same orders, as a condition on a column with ids of orders
 */
export const orderFactsOf = (orders: Sql, parts: Sql, byOrder: Among): Sql => sql`
  select o.id as order_id, o.customer_id, o.created_at as placed_at, o.currency_code,
    round(coalesce(sold.total, 0) - case
        when credit.amount is null or abs(credit.amount) <= power(10::numeric, -coalesce(currency.digits, 2)) then 0
        else credit.amount
      end, coalesce(currency.digits, 2)) as total,
    round(coalesce(transactions.amount, 0), coalesce(currency.digits, 2)) as paid,
    o.region_id, o.sales_channel_id, o.status::text as status
  from (${orders}) o
  left join (select order_id, sum(total) as total from (${parts}) part group by order_id) sold on sold.order_id = o.id
  left join (
    select order_id, version, sum(amount) as amount from order_credit_line
    where ${byOrder(sql`order_id`)} and deleted_at is null group by order_id, version
  ) credit on credit.order_id = o.id and credit.version = o.version
  left join (
    select order_id, sum(amount) as amount from order_transaction
    where ${byOrder(sql`order_id`)} and deleted_at is null group by order_id
  ) transactions on transactions.order_id = o.id
  left join ${currencies} on currency.code = lower(o.currency_code)`

/** Rows of a line as one: nothing in Medusa's tables forbids two, and Medusa then counts both. */
export const onePerItem = (lines: Sql): Sql => sql`
  select item_id, min(order_id) as order_id, min(customer_id) as customer_id, min(placed_at) as placed_at,
    min(product_id) as product_id, min(variant_id) as variant_id, min(currency_code) as currency_code,
    sum(quantity) as quantity, sum(returned_quantity) as returned_quantity, sum(total) as total
  from (${lines}) line group by item_id`

/** Facts of purchases from lines. */
export const purchaseFactsOf = (lines: Sql): Sql => sql`
  select item_id, order_id, customer_id, placed_at, product_id, variant_id, currency_code, quantity, returned_quantity,
    round(total, coalesce(currency.digits, 2)) as total
  from (${lines}) line
  left join ${currencies} on currency.code = lower(line.currency_code)
  where quantity > 0 or returned_quantity > 0`

/** Statistics from facts of orders: a row a customer and currency, and one over all currencies. */
export const statisticsOf = (orderFacts: Sql): Sql => sql`
  select customer_id, case when grouping(currency_code) = 0 then currency_code else '*' end as currency_code,
    count(*)::int as order_count,
    case when grouping(currency_code) = 0 then sum(total) end as spent,
    case when grouping(currency_code) = 0 then sum(paid) end as paid,
    case when grouping(currency_code) = 0 then max(total) end as largest,
    case when grouping(currency_code) = 0 then max(paid) end as largest_paid,
    min(placed_at) as first_order_at, max(placed_at) as last_order_at
  from (${orderFacts}) fact
  group by grouping sets ((customer_id, currency_code), (customer_id))`

/** Facts are of customers who exist: criteria find people by them without looking. Medusa itself only marks as deleted. */
const existing = (customerIds: Sql): Sql => sql`array(select id from customer where id = any(${customerIds}))`

/** Orders of some customers (an expression of type `text[]`), as a condition on `o`. */
export const ofCustomers = (customerIds: Sql): Sql => sql`o.customer_id = any(${existing(customerIds)})`

/** Some orders (an expression of type `text[]`), as a condition on `o`. A look-up each: not all customers are read. */
export const ofOrders = (orderIds: Sql): Sql => sql`
  o.id = any(${orderIds}) and (select true from customer where customer.id = o.customer_id)`

/**
 * The CTEs `fresh_order` and `fresh_purchase`: facts of some orders as Medusa's tables say them now. Sets are read
 * once into arrays and looked up by index, whatever PostgreSQL believes of the tables' sizes (docs/decisions/0004). It
 * believes that CTEs are small: run with nested loops off (`withoutNestedLoops`), or they are joined row by row.
 *
 * @param which `ofCustomers` or `ofOrders`
 */
export const freshFacts = (which: Sql): Sql => {
  const ofCounted: Among = (column) => sql`${column} = any(array(select id from counted))`
  const counted = sql`select * from counted`
  return sql`
    counted as materialized (${ordersThatCount(which)}),
    item as materialized (
      select item_id from order_item where ${ofCounted(sql`order_id`)} and deleted_at is null
    ),
    line as materialized (
      ${linesOf(counted, ofCounted(sql`order_id`), (column) => sql`${column} = any(array(select item_id from item))`)}
    ),
    shipment as materialized (
      select shipping_method_id from order_shipping where ${ofCounted(sql`order_id`)} and deleted_at is null
    ),
    shipping as materialized (
      ${shippingOf(counted, ofCounted(sql`order_id`), (column) => sql`${column} = any(array(select shipping_method_id from shipment))`)}
    ),
    fresh_order as materialized (
      ${orderFactsOf(counted, sql`select order_id, total from line union all select order_id, total from shipping`, ofCounted)}
    ),
    fresh_purchase as materialized (${purchaseFactsOf(onePerItem(sql`select * from line`))})`
}
