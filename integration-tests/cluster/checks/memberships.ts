import { Oracle } from "../../criteria/evaluate"
import { readShop } from "../../criteria/read"
import type { Criteria } from "../../../src/modules/customer-groups/criteria"
import { type Aftermath, type Check, noRows, problemIf } from "./check"

interface Found {
  criteria: Criteria
  /** Who is in by hand, and who in force is excluded. */
  byHand: string[]
  excluded: string[]
  byCriteria: string[]
}

const groupOf = async ({ app }: Aftermath, groupId: string): Promise<Found> => {
  const { rows } = await app.db.query(
    `select criteria.criteria,
       array(select customer_id from customer_group_customer
         where customer_group_id = criteria.group_id and created_by is distinct from 'criteria') as "byHand",
       array(select customer_id from customer_group_customer
         where customer_group_id = criteria.group_id and created_by = 'criteria') as "byCriteria",
       array(select customer_id from customer_group_exclusion
         where group_id = criteria.group_id and deleted_at is null and (until is null or until > now())) as excluded
     from customer_group_criteria criteria where group_id = $1 and deleted_at is null`,
    [groupId],
  )
  return rows[0]
}

const differencesOf = (groupId: string, expected: string[], found: string[]): string[] => [
  ...expected.filter((id) => !found.includes(id)).map((id) => `${id} is missing in ${groupId}`),
  ...found.filter((id) => !expected.includes(id)).map((id) => `${id} is wrongly in ${groupId}`),
]

const asPlainlyEvaluated: Check = {
  name: "members by criteria of every automatic group are those whom a plain evaluation says",
  problemOf: async (aftermath) => {
    const { app, shop } = aftermath
    const oracle = new Oracle(await readShop(app, { now: new Date(), timeZone: "UTC" }))
    const differences: string[] = []
    for (const { id } of shop.automatic) {
      const { criteria, byHand, excluded, byCriteria } = await groupOf(aftermath, id)
      const expected = oracle
        .matching(criteria)
        .filter((customer) => !byHand.includes(customer) && !excluded.includes(customer))
      differences.push(...differencesOf(id, expected, byCriteria))
    }
    return problemIf(differences)
  },
}

const noneTwice: Check = {
  name: "nobody is in a group twice",
  problemOf: (aftermath) =>
    noRows(
      aftermath,
      `select customer_group_id, customer_id, count(*)::int as rows from customer_group_customer
       group by 1, 2 having count(*) > 1`,
    ),
}

const noneExcluded: Check = {
  name: "nobody who is excluded is in",
  problemOf: (aftermath) =>
    noRows(
      aftermath,
      `select group_id, exclusion.customer_id from customer_group_exclusion exclusion
       join customer_group_customer member
         on member.customer_group_id = group_id and member.customer_id = exclusion.customer_id
       where exclusion.deleted_at is null and (until is null or until > now())`,
    ),
}

const acknowledged: Check = {
  name: "who was picked or taken out by hand with an answer is in or out",
  problemOf: async ({ app, shop, ledger }) => {
    const { rows } = await app.db.query(
      `select customer_group_id || ' ' || customer_id as pair, created_by from customer_group_customer`,
    )
    const sources = new Map(rows.map(({ pair, created_by }) => [pair as string, created_by as string | null]))
    const isByHand = (pair: string) => sources.has(pair) && sources.get(pair) !== "criteria"
    const wrong = ledger.expected().filter(({ key, value }) => {
      const [kind, pair] = [key.slice(0, 6), key.slice(7)]
      return kind === "member" && (value ? !isByHand(pair) : sources.has(pair))
    })
    return problemIf(wrong) ?? (shop.byHand.length && ledger.done("members") ? undefined : "nobody was picked")
  },
}

export const memberships: Check[] = [asPlainlyEvaluated, noneTwice, noneExcluded, acknowledged]
