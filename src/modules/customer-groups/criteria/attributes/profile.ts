import { sql, type Sql } from "../../sql/sql"
import { defineAttribute, type Attribute } from "../attribute"
import { textOrMissing } from "../missing-data"
import { operatorsOf, orMissing } from "../operators"
import { customerValue } from "../sources"
import * as values from "../values"

/** A text of the customer's profile; an empty one is missing. */
const profileText = (id: string, column: Sql) =>
  defineAttribute({
    id,
    family: "profile",
    value: values.text,
    operators: orMissing(operatorsOf.text),
    parameters: {},
    looksAt: ["profile"],
    suggestions: {
      values: sql`select ${column} as value from customer c where c.deleted_at is null`,
      isPersonal: true,
    },
    source: () => customerValue(textOrMissing(column)),
  })

const email = profileText("email", sql`c.email`)

/** What stands behind the last `@`. An index of ours on customers is by this very expression (log/triggers.ts). */
const emailDomain = profileText(
  "email_domain",
  sql`case when strpos(c.email, '@') > 0 then split_part(c.email, '@', -1) end`,
)

const firstName = profileText("first_name", sql`c.first_name`)
const lastName = profileText("last_name", sql`c.last_name`)
const companyName = profileText("company_name", sql`c.company_name`)
const phone = profileText("phone", sql`c.phone`)

/** Who made the customer: the id of a user; nothing for somebody who signed up. */
const createdBy = profileText("created_by", sql`c.created_by`)

/** Registered, in contrast to a guest. */
const hasAccount = defineAttribute({
  id: "has_account",
  family: "profile",
  value: values.boolean,
  operators: operatorsOf.boolean,
  parameters: {},
  looksAt: ["profile"],
  source: () => customerValue(sql`c.has_account`),
})

const createdAt = defineAttribute({
  id: "created_at",
  family: "profile",
  value: values.date,
  operators: operatorsOf.date,
  parameters: {},
  looksAt: ["profile"],
  source: () => customerValue(sql`c.created_at`),
})

/** In the order in which the builder lists them. */
export const profileAttributes: Attribute[] = [
  email,
  emailDomain,
  firstName,
  lastName,
  companyName,
  phone,
  createdBy,
  hasAccount,
  createdAt,
]
