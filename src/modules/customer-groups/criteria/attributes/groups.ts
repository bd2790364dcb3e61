import { sql } from "../../sql/sql"
import { defineAttribute, type Attribute } from "../attribute"
import { operatorsOf } from "../operators"
import { lookedUpIn } from "../sources"
import * as values from "../values"

/** In another group that is not deleted, whoever put the customer there. */
const memberOfGroup = defineAttribute({
  id: "member_of_group",
  family: "groups",
  value: values.reference("group"),
  operators: operatorsOf.choice,
  parameters: {},
  looksAt: ["groups"],
  source: () =>
    lookedUpIn(
      {
        from: sql`customer_group_customer m
          join customer_group g on g.id = m.customer_group_id and g.deleted_at is null`,
        customerId: sql`m.customer_id`,
      },
      sql`m.customer_group_id`,
    ),
})

/** In the order in which the builder lists them. */
export const groupsAttributes: Attribute[] = [memberOfGroup]
