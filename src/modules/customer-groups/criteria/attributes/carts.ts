import { sql, type Sql } from "../../sql/sql"
import { defineAttribute, type Attribute } from "../attribute"
import { operatorsOf } from "../operators"
import { currencyCode } from "../parameters"
import { anyOfRows, existsIn, type Rows } from "../sources"
import * as values from "../values"

const itemsOfCart = sql`cart_line_item i where i.cart_id = cart.id and i.deleted_at is null`

/** Carts that were not bought and hold something: a storefront makes an empty one for every visitor. */
const openCarts = (further: readonly Sql[] = []): Rows => ({
  from: sql`cart`,
  customerId: sql`cart.customer_id`,
  always: [sql`cart.customer_id is not null and cart.completed_at is null and cart.deleted_at is null`],
  where: [sql`exists (select 1 from ${itemsOfCart})`, ...further],
})

const hasOpenCart = defineAttribute({
  id: "has_open_cart",
  family: "carts",
  value: values.boolean,
  operators: operatorsOf.boolean,
  parameters: {},
  looksAt: ["carts"],
  source: () => existsIn(openCarts()),
})

/** What the items of an open cart come to by their prices, before promotions, shipping and tax on top. */
const openCartValue = defineAttribute({
  id: "open_cart_value",
  family: "carts",
  value: values.money,
  operators: operatorsOf.number,
  parameters: { currency_code: currencyCode },
  looksAt: ["carts"],
  source: ({ currency_code }) =>
    anyOfRows({
      rows: openCarts([sql`cart.currency_code = ${currency_code}`]),
      value: sql`(select sum(i.quantity * i.unit_price) from ${itemsOfCart})`,
    }),
})

/** Whole days of the store's calendar since an open cart was last changed. */
const openCartAge = defineAttribute({
  id: "open_cart_age",
  family: "carts",
  value: values.integer({ unit: "days" }),
  operators: operatorsOf.number,
  parameters: {},
  looksAt: ["carts"],
  dependsOnTime: true,
  source: (_given, clock) =>
    anyOfRows({ rows: openCarts(), value: sql`(${clock.today} - ${clock.dayOf(sql`cart.updated_at`)})` }),
})

const openCartProduct = defineAttribute({
  id: "open_cart_product",
  family: "carts",
  value: values.reference("product"),
  operators: operatorsOf.choice,
  parameters: {},
  looksAt: ["carts"],
  source: () => {
    const carts = openCarts()
    return anyOfRows({
      rows: {
        ...carts,
        from: sql`cart join cart_line_item item on item.cart_id = cart.id and item.deleted_at is null`,
      },
      value: sql`item.product_id`,
    })
  },
})

/** In the order in which the builder lists them. */
export const cartsAttributes: Attribute[] = [hasOpenCart, openCartValue, openCartAge, openCartProduct]
