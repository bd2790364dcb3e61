import { type Check, noRows, problemIf } from "./check"

const nothingLeft: Check = {
  name: "nothing is left to do: no marks, no counts to fold, no events, no operation that goes on",
  problemOf: async ({ remains }) => problemIf(Object.entries(remains).map(([name, count]) => `${name} ${count}`)),
}

const noneHeld: Check = {
  name: "no group is paused, failed or held",
  problemOf: (aftermath) =>
    noRows(
      aftermath,
      `select criteria.group_id, criteria.status, criteria.error, operation.id as held
       from customer_group_criteria criteria
       left join customer_group_operation operation
         on operation.group_id = criteria.group_id and operation.status = 'held'
       where criteria.status <> 'active' or criteria.error is not null or operation.id is not null`,
    ),
}

const statisticsTrue: Check = {
  name: "what customers have ordered is counted as Medusa's tables say",
  problemOf: async ({ app }) => problemIf((await app.groups.checkStatistics()).customer_ids),
}

const ordersKept: Check = {
  name: "every order that was confirmed is there, and counts unless it was cancelled",
  problemOf: async (aftermath) => {
    const { ledger } = aftermath
    const wrong = await noRows(
      aftermath,
      `select given.id from unnest($1::text[]) given (id)
       left join "order" o on o.id = given.id
       left join customer_order_fact fact on fact.order_id = given.id
       where o.id is null or (o.canceled_at is null and fact.order_id is null)`,
      [[...ledger.orders]],
    )
    return wrong ?? (ledger.orders.size ? undefined : "no order was confirmed")
  },
}

const editsKept: Check = {
  name: "every edit and every saved criteria that was answered stands",
  problemOf: async ({ app, ledger }) => {
    const { rows } = await app.db.query(
      `select 'first_name ' || id as key, to_jsonb(first_name) as value from customer
       union all select 'tier ' || id, metadata->'tier' from customer
       union all select 'criteria ' || group_id, criteria from customer_group_criteria`,
    )
    const found = new Map(rows.map(({ key, value }) => [key as string, value as unknown]))
    const stands = ({ key, value }: { key: string; value: unknown }) =>
      key.startsWith("member ") || sorted(found.get(key)) === sorted(value)
    return problemIf(ledger.expected().filter((expected) => !stands(expected)))
  },
}

/** As text with keys in order: `jsonb` has an order of its own. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, each) =>
    each && typeof each === "object" && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )

const enoughDied: Check = {
  name: "as many processes were killed as should be, and Redis and PostgreSQL crashed",
  problemOf: async ({ endings, kills }) => {
    const killed = [...endings.kills.values()].reduce((sum, count) => sum + count, 0)
    if (killed >= kills && endings.redis && endings.postgres) return undefined
    return `${killed} of ${kills} killed, Redis ${endings.redis} times, PostgreSQL ${endings.postgres} times`
  },
}

export const work: Check[] = [enoughDied, nothingLeft, noneHeld, statisticsTrue, ordersKept, editsKept]
