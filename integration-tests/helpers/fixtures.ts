import { randomBytes } from "node:crypto"
import type { CustomerDTO, CustomerGroupDTO } from "@medusajs/framework/types"
import { named } from "./criteria"
import type { ModuleApp } from "./module-app"

export { named }

const unique = () => randomBytes(4).toString("hex")

/** A customer; only the fields that a test looks at need to be given. */
export const aCustomer = async (app: ModuleApp, given: Partial<CustomerDTO> = {}): Promise<CustomerDTO> => {
  const [customer] = await app.customers.createCustomers([
    { email: `${unique()}@example.com`, ...given } as { email: string },
  ])
  return customer as CustomerDTO
}

export const customersOf = (app: ModuleApp, count: number): Promise<CustomerDTO[]> =>
  app.customers.createCustomers(
    Array.from({ length: count }, (_, index) => ({ email: `${index}-${unique()}@example.com` })),
  )

/** A group with these members, added by this plugin. */
export const aGroup = async (
  app: ModuleApp,
  { name = `Group ${unique()}`, members = [] }: { name?: string; members?: { id: string }[] } = {},
): Promise<CustomerGroupDTO> => {
  const group = await app.customers.createCustomerGroups({ name })
  if (members.length) await app.groups.changeMembers({ group_id: group.id, add: { ids: members.map(({ id }) => id) } })
  return group
}

/** A membership row as any SQL script would write it. Returns its id. */
export const insertRow = async (
  db: { query(text: string, values: unknown[]): Promise<unknown> },
  group: { id: string },
  customer: { id: string },
  createdBy: string | null = null,
): Promise<string> => {
  const id = `cusgc_${unique()}${unique()}`
  await db.query(
    "insert into customer_group_customer (id, customer_group_id, customer_id, created_by) values ($1, $2, $3, $4)",
    [id, group.id, customer.id, createdBy],
  )
  return id
}

/** A group with criteria that was not evaluated yet. */
export const anAutomaticGroup = async (
  app: ModuleApp,
  criteria: unknown = named("Anna"),
  { name, ...settings }: { name?: string } & Record<string, unknown> = {},
): Promise<CustomerGroupDTO> => {
  const group = await aGroup(app, { name })
  await app.groups.setCriteria({ group_id: group.id, criteria, ...settings })
  return group
}

/** The same, evaluated once, so that it is not due. */
export const anEvaluatedGroup: typeof anAutomaticGroup = async (app, ...given) => {
  const group = await anAutomaticGroup(app, ...given)
  await app.groups.evaluateGroup({ group_id: group.id })
  return group
}

/** The source of each member's membership, by their ids. */
export const sourcesOf = async (app: ModuleApp, group: { id: string }): Promise<Record<string, string>> => {
  const { members } = await app.groups.listMembers(group.id, { limit: 1000 })
  return Object.fromEntries(members.map(({ id, source }) => [id, source]))
}
