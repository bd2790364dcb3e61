import { sql } from "../../sql/sql"
import { defineAttribute, type Attribute } from "../attribute"
import type { Clock } from "../dates"
import { operatorsOf } from "../operators"
import { currencyCode, items, kindOfPurchase, purchaseKind, window, type PurchaseKind } from "../parameters"
import type { OperatorId, TimeWindow } from "../schema"
import { anyOfRows, valueOfRows, type Rows } from "../sources"
import * as values from "../values"
import type { ValueType } from "../values"
import { purchases } from "./rows-of-orders"
import { purchasesOf } from "./which-purchases"

/** Bought, or never bought, something of a kind. */
const purchased = (
  kind: PurchaseKind,
  value: ValueType,
  operators: readonly OperatorId[],
  suggestions?: Attribute["suggestions"],
) =>
  defineAttribute({
    id: `purchased_${kind}`,
    family: "products",
    value,
    operators,
    parameters: { window },
    looksAt: ["orders", "purchases"],
    suggestions,
    source: ({ window }, clock) => {
      const { where, joins, value } = purchasesOf[kind]
      const rows = purchases(window, clock)
      return anyOfRows({ rows, value, where, shown: { rows: { ...rows, from: sql`${rows.from} ${joins}` }, value } })
    },
  })

const purchasedReference = (kind: PurchaseKind) =>
  purchased(kind, values.reference(kindOfPurchase[kind]), operatorsOf.choice)

const purchasedProduct = purchasedReference("product")
const purchasedVariant = purchasedReference("variant")
const purchasedCollection = purchasedReference("collection")
/** With its children. */
const purchasedCategory = purchasedReference("category")
const purchasedType = purchasedReference("type")
const purchasedTag = purchasedReference("tag")
const purchasedSku = purchased("sku", values.text, operatorsOf.text, {
  values: sql`select sku as value from product_variant where deleted_at is null`,
  isPersonal: false,
})

interface WhatWasBought {
  of: PurchaseKind
  items: string[]
  window: TimeWindow | undefined
}

/** Purchases of any of the items. */
const purchasesOfItems = ({ of, items, window }: WhatWasBought, clock: Clock, currencyCode?: string): Rows => {
  const type = of === "sku" ? values.text : values.reference(kindOfPurchase[of])
  const rows = purchases(window, clock, currencyCode)
  const isOne = purchasesOf[of].where((value) => sql`${type.column(value)} = any(${type.values(items)})`)
  return { ...rows, where: [...(rows.where ?? []), isOne] }
}

/** How many were bought and kept. */
const purchasedQuantity = defineAttribute({
  id: "purchased_quantity",
  family: "products",
  value: values.number({ unit: "items" }),
  operators: operatorsOf.number,
  parameters: { of: purchaseKind, items, window },
  looksAt: ["orders", "purchases"],
  source: (given, clock) =>
    valueOfRows(purchasesOfItems(given, clock), (of) => of(sql`sum(p.quantity - p.returned_quantity)`), "zero"),
})

/** What was spent on them, with discounts and tax. */
const purchasedTotal = defineAttribute({
  id: "purchased_total",
  family: "products",
  value: values.money,
  operators: operatorsOf.number,
  parameters: { of: purchaseKind, items, window, currency_code: currencyCode },
  looksAt: ["orders", "purchases"],
  source: (given, clock) =>
    valueOfRows(purchasesOfItems(given, clock, given.currency_code), (of) => of(sql`sum(p.total)`), "zero"),
})

/** In the order in which the builder lists them. */
export const productsAttributes: Attribute[] = [
  purchasedProduct,
  purchasedVariant,
  purchasedCollection,
  purchasedCategory,
  purchasedType,
  purchasedTag,
  purchasedSku,
  purchasedQuantity,
  purchasedTotal,
]
