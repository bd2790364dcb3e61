import { withClient } from "../scripts/postgres"

/** An empty group, for as long as the work takes. */
export const withOwnGroup = <T>(databaseUrl: string, id: string, work: () => Promise<T>) =>
  withClient(databaseUrl, async (client) => {
    await client.query("insert into customer_group (id, name) values ($1, $1)", [id])
    try {
      return await work()
    } finally {
      await client.query("delete from customer_group where id = $1", [id])
      await client.query("vacuum analyze customer_group_customer")
      await client.query("vacuum analyze customer_group_membership_change")
    }
  })
