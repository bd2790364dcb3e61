import { z } from "@medusajs/framework/zod"
import { boundedText, keyPath, LIMITS, timeWindow, type Condition } from "./schema"
import type { ReferenceKind } from "./values"

/** What draws a parameter that is neither chosen from fixed values nor the name of something, nor a plain text. */
export type ParameterControl = "window" | "keys"

/** A key of a condition beside attribute, operator and value. */
export interface Parameter<Value = unknown, Required extends boolean = boolean> {
  schema: z.ZodType<Value>
  isRequired: Required
  /** What the builder begins with, and what is meant when it is left out. */
  fallback?: Value
  /** What can be chosen, of a parameter with fixed values; their texts are in `choices`. */
  choices?: readonly string[]
  control?: ParameterControl
  /** Of which kind the things are that it names. */
  names?: (condition: Condition) => ReferenceKind | undefined
}

export type Parameters = Readonly<Record<string, Parameter>>

/** What the parameters of a condition are once they are checked. */
export type Given<Declared extends Parameters> = {
  [Key in keyof Declared]: Declared[Key] extends Parameter<infer Value, infer Required>
    ? Required extends true
      ? Value
      : Value | undefined
    : never
}

/** The same parameter, that must be given. */
export const required = <Value>(parameter: Parameter<Value>): Parameter<Value, true> => ({
  ...parameter,
  isRequired: true,
})

const optional = <Value>(
  schema: z.ZodType<Value>,
  more: Omit<Parameter<Value>, "schema" | "isRequired"> = {},
): Parameter<Value, false> => ({ schema, isRequired: false, ...more })

const oneOf = <Choice extends string>(choices: readonly Choice[]) =>
  z.enum(choices as [Choice, ...Choice[]], { error: `is none of ${choices.join(", ")}` })

const chosen = <Choice extends string>(choices: readonly Choice[], fallback?: Choice) =>
  optional<Choice>(oneOf(choices), { choices, fallback })

/** The time that is looked at; without it all time. */
export const window = optional(timeWindow, { control: "window" })

/** The currency of an amount, as Medusa writes it: `eur`. Amounts of other currencies do not count. */
export const currencyCode = required(
  optional(
    z
      .string({ error: "is not a currency's code of three letters" })
      .regex(/^[a-z]{3}$/, { error: "is not a currency's code of three small letters" }),
    { names: () => "currency" },
  ),
)

/** What is counted of an order: `total` as it shows now, or `paid`, captured less refunded. */
export const amount = chosen(["total", "paid"], "total")

/** Which of a customer's addresses are looked at. */
export const address = chosen(["any", "default_shipping", "default_billing"], "any")

/** Where in the metadata the value stands: `["loyalty", "tier"]`. */
export const path = required(optional(keyPath, { control: "keys" }))

/** The name of a sample: the same name always gives the same people. */
export const seed = required(optional(boundedText(LIMITS.name)))

/** What purchases can be counted of. */
export const PURCHASE_KINDS = ["product", "variant", "sku", "collection", "category", "type", "tag"] as const

export type PurchaseKind = (typeof PURCHASE_KINDS)[number]

/** The kind of the things that `items` names. */
export const purchaseKind = required(chosen(PURCHASE_KINDS))

/** Each kind of purchase as a kind of thing in the shop. */
export const kindOfPurchase: Record<PurchaseKind, ReferenceKind> = {
  product: "product",
  variant: "variant",
  sku: "sku",
  collection: "collection",
  category: "category",
  type: "product_type",
  tag: "product_tag",
}

/** Which of them: purchases of any of these count. */
export const items = required(
  optional(
    z
      .array(boundedText(LIMITS.text), { error: "is not a list" })
      .min(1, { error: "is an empty list" })
      .max(LIMITS.values, { error: `has more than ${LIMITS.values} values` }),
    { names: ({ of }) => kindOfPurchase[of as PurchaseKind] },
  ),
)
