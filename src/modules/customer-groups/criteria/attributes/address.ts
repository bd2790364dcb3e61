import { sql, type Sql } from "../../sql/sql"
import { defineAttribute, type Attribute } from "../attribute"
import { textOrMissing } from "../missing-data"
import { operatorsOf, orMissing } from "../operators"
import { address } from "../parameters"
import type { OperatorId } from "../schema"
import { anyOfRows } from "../sources"
import * as values from "../values"
import type { ValueType } from "../values"

/** Which addresses each choice of the parameter means. */
const addressIs: Record<string, Sql[]> = {
  any: [],
  default_shipping: [sql`a.is_default_shipping`],
  default_billing: [sql`a.is_default_billing`],
}

/** A field of the customer's addresses. Of several addresses any one fits. */
const addressField = (id: string, column: Sql, value: ValueType, operators: readonly OperatorId[]) =>
  defineAttribute({
    id,
    family: "address",
    value,
    operators: orMissing(operators),
    parameters: { address },
    looksAt: ["address"],
    suggestions: {
      values: sql`select ${column} as value from customer_address a where a.deleted_at is null`,
      isPersonal: value.type === "text",
    },
    source: ({ address: which = "any" }) =>
      anyOfRows({
        rows: {
          from: sql`customer_address a`,
          customerId: sql`a.customer_id`,
          always: [sql`a.deleted_at is null`],
          where: addressIs[which],
          areOfCustomers: true,
        },
        value: textOrMissing(column),
      }),
  })

const country = addressField("country", sql`a.country_code`, values.country, operatorsOf.choice)
const province = addressField("province", sql`a.province`, values.text, operatorsOf.text)
const city = addressField("city", sql`a.city`, values.text, operatorsOf.text)
const postalCode = addressField("postal_code", sql`a.postal_code`, values.text, operatorsOf.text)

/** In the order in which the builder lists them. */
export const addressAttributes: Attribute[] = [country, province, city, postalCode]
