import { nothing, sql, type Sql } from "../../sql/sql"
import { defineAttribute, type Attribute } from "../attribute"
import { textOrMissing } from "../missing-data"
import { operatorsOf } from "../operators"
import { window } from "../parameters"
import type { OperatorId } from "../schema"
import { anyOfRows, existsIn } from "../sources"
import * as values from "../values"
import type { ValueType } from "../values"
import { cancelledOrders, ordersWith, returns } from "./rows-of-orders"

interface OrderDetail {
  id: string
  value: ValueType
  operators?: readonly OperatorId[]
  /** Tables of Medusa's that are joined to the orders `o`. */
  joins?: Sql
  column: Sql
  suggestions?: Sql
}

/** Something that each order has; any of a customer's orders fits. */
const orderDetail = ({
  id,
  value,
  operators = operatorsOf.choice,
  joins = nothing,
  column,
  suggestions,
}: OrderDetail) =>
  defineAttribute({
    id,
    family: "orders",
    value,
    operators,
    parameters: { window },
    looksAt: ["orders"],
    suggestions: suggestions && { values: suggestions, isPersonal: false },
    source: ({ window }, clock) => anyOfRows({ rows: ordersWith(joins, window, clock), value: textOrMissing(column) }),
  })

const orderSalesChannel = orderDetail({
  id: "order_sales_channel",
  value: values.reference("sales_channel"),
  column: sql`o.sales_channel_id`,
})

const orderRegion = orderDetail({
  id: "order_region",
  value: values.reference("region"),
  column: sql`o.region_id`,
})

/** The country of the order's own shipping address, whatever the customer's addresses say by now. */
const orderCountry = orderDetail({
  id: "order_country",
  value: values.country,
  joins: sql`join "order" placed on placed.id = o.order_id
    join order_address a on a.id = placed.shipping_address_id and a.deleted_at is null`,
  column: sql`a.country_code`,
})

const orderPaymentProvider = orderDetail({
  id: "order_payment_provider",
  value: values.reference("payment_provider"),
  joins: sql`join order_payment_collection l on l.order_id = o.order_id and l.deleted_at is null
    join payment on payment.payment_collection_id = l.payment_collection_id
      and payment.deleted_at is null and payment.canceled_at is null`,
  column: sql`payment.provider_id`,
})

/** How the order was sent; not how something of it came back or was exchanged. */
const orderShippingOption = orderDetail({
  id: "order_shipping_option",
  value: values.reference("shipping_option"),
  joins: sql`join "order" placed on placed.id = o.order_id
    join order_shipping l on l.order_id = placed.id and l.version = placed.version and l.deleted_at is null
      and l.return_id is null and l.claim_id is null and l.exchange_id is null
    join order_shipping_method m on m.id = l.shipping_method_id and m.deleted_at is null`,
  column: sql`m.shipping_option_id`,
})

/** A code that was used stays used, even when its promotion is gone. */
const orderPromotionCode = orderDetail({
  id: "order_promotion_code",
  value: values.text,
  operators: operatorsOf.text,
  joins: sql`join order_promotion l on l.order_id = o.order_id and l.deleted_at is null
    join promotion on promotion.id = l.promotion_id`,
  column: sql`promotion.code`,
  suggestions: sql`select code as value from promotion where deleted_at is null`,
})

/** Statuses of orders that count: neither drafts nor cancelled ones do. */
export const ORDER_STATUSES = ["pending", "completed", "archived", "requires_action"] as const

const orderStatus = orderDetail({
  id: "order_status",
  value: values.choice(ORDER_STATUSES),
  column: sql`o.status`,
})

const hasCancelledOrder = defineAttribute({
  id: "has_cancelled_order",
  family: "orders",
  value: values.boolean,
  operators: operatorsOf.boolean,
  parameters: { window },
  looksAt: ["orders"],
  source: ({ window }, clock) => existsIn(cancelledOrders(window, clock)),
})

/** Something of an order came back: received or dismissed. The window is that of the order. */
const hasReturned = defineAttribute({
  id: "has_returned",
  family: "orders",
  value: values.boolean,
  operators: operatorsOf.boolean,
  parameters: { window },
  looksAt: ["orders", "purchases"],
  source: ({ window }, clock) => existsIn(returns(window, clock)),
})

/** In the order in which the builder lists them. */
export const orderDetailsAttributes: Attribute[] = [
  orderSalesChannel,
  orderRegion,
  orderCountry,
  orderPaymentProvider,
  orderShippingOption,
  orderPromotionCode,
  orderStatus,
  hasCancelledOrder,
  hasReturned,
]
