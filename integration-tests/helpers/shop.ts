import { randomBytes } from "node:crypto"
import { named } from "./criteria"
import { api, db } from "./http"

export { named }

export const unique = () => randomBytes(4).toString("hex")

export interface Customer {
  id: string
  email: string
}

/** A customer of the shop, written straight into its table; a test gives only what it looks at. */
export const aCustomer = async (
  given: {
    email?: string
    first_name?: string
    last_name?: string
    company_name?: string
    phone?: string
    has_account?: boolean
    created_at?: string
    deleted_at?: string
  } = {},
): Promise<Customer> => {
  const customer = { id: `cus_${unique()}${unique()}`, email: `${unique()}@example.com`, ...given }
  const columns = Object.keys(customer)
  await db.query(
    `insert into customer (${columns.join(", ")}) values (${columns.map((_, index) => `$${index + 1}`).join(", ")})`,
    Object.values(customer),
  )
  return customer
}

/** Ids of many customers, numbered, in the order of their numbers. */
export const manyCustomers = async (count: number): Promise<string[]> => {
  const { rows } = await db.query(
    `insert into customer (id, email, first_name, has_account)
     select 'cus_' || $2 || lpad(i::text, 10, '0'), $2 || i || '@many.example', 'Number ' || i, i % 2 = 0
     from generate_series(1, $1::int) i returning id`,
    [count, unique()],
  )
  return rows.map(({ id }) => id).sort()
}

export interface Group {
  id: string
  name: string
}

/** A group made through the API, with these members. */
export const aGroup = async (name = `Group ${unique()}`, members: { id: string }[] = []): Promise<Group> => {
  const { status, data } = await api("POST", "/admin/customer-groups", { name })
  if (status !== 200) throw new Error(JSON.stringify(data))
  if (members.length) await add(data.customer_group, members)
  return data.customer_group
}

/** A group made through the API with criteria, filled with who matches now. */
export const anAutomaticGroup = async (
  criteria: object = named("Anna"),
  { name = `Group ${unique()}`, ...settings }: { name?: string } & Record<string, unknown> = {},
): Promise<Group> => {
  const { status, data } = await api("POST", "/admin/customer-groups/automatic", { name, criteria, ...settings })
  if (status !== 200) throw new Error(JSON.stringify(data))
  return data.customer_group
}

export const add = async (group: { id: string }, customers: { id: string }[]) => {
  const { status, data } = await api("POST", `/admin/customer-groups/${group.id}/members`, {
    add: { ids: customers.map(({ id }) => id) },
  })
  if (status !== 200) throw new Error(JSON.stringify(data))
}

/** Who is in a group as Medusa's pricing sees it: from its own table. */
export const membersInTable = async (group: { id: string }): Promise<string[]> => {
  const { rows } = await db.query(
    "select customer_id from customer_group_customer where customer_group_id = $1 order by customer_id",
    [group.id],
  )
  return rows.map(({ customer_id }) => customer_id)
}

/** Waits until what has happened is in the counts and told: that is done soon after, and changes rows. */
export const atRest = async (): Promise<void> => {
  const isBusy = async () => {
    const { rows } = await db.query(`select exists (select from customer_group_outbox)
      or exists (select from customer_group_untold_change) as is_busy`)
    return rows[0].is_busy as boolean
  }
  for (let left = 200; left && (await isBusy()); left--) await new Promise((resolve) => setTimeout(resolve, 50))
}

/** Everything a refused request must leave as it was. */
export const stateOfGroups = async () => {
  await atRest()
  const tables = [
    "customer_group",
    "customer_group_customer",
    "customer_group_operation",
    "customer_group_membership_change",
  ]
  return Promise.all(tables.map(async (table) => (await db.query(`select * from ${table} order by id`)).rows))
}

export const operationsOf = async (group: { id: string }) => {
  const { data } = await api("GET", `/admin/customer-groups/${group.id}/operations`)
  return data.operations as {
    id: string
    type: string
    status: string
    joined: number
    left: number
    actor_id: string
    actor_name: string | null
    details: Record<string, unknown> | null
  }[]
}
