import type { CombineWay, GroupCombination } from "../../../types"
import { sql, type Sql } from "./sql"

/** Temporary table of the customers who are put into a group or taken out of one: `(id)`. */
export const PICKED = sql`customer_groups_picked`

/** What the memberships that a customer has in the groups must be like. */
const belongs: Record<CombineWay, (groupIds: string[]) => Sql> = {
  union: () => sql`true`,
  intersection: (groupIds) => sql`count(distinct customer_group_id) = ${groupIds.length}::int`,
  difference: ([first]) => sql`bool_and(customer_group_id = ${first}::text)`,
}

/** Ids of the living customers whom a combination of groups results in, each once whatever rows a pair has: `(id)`. */
export const combinedCustomers = ({ how, group_ids }: GroupCombination): Sql => sql`
  select c.id from (
    select customer_id from customer_group_customer where customer_group_id = any(${group_ids}::text[])
    group by customer_id having ${belongs[how](group_ids)}
  ) member join customer c on c.id = member.customer_id and c.deleted_at is null`
