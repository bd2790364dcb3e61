import type { ModuleApp } from "../../helpers/module-app"
import type { Random } from "../random"

const GROUPS = ["cusgroup_1", "cusgroup_2", "cusgroup_empty", "cusgroup_gone"]

/** Groups by hand and by criteria, with members who stand in them twice, and one that is deleted with its members. */
export const makeGroups = async (app: ModuleApp, random: Random, customerIds: string[]): Promise<void> => {
  await app.customers.createCustomerGroups(GROUPS.map((id) => ({ id, name: id })) as never)
  for (const id of GROUPS.filter((id) => id !== "cusgroup_empty")) {
    const members = random.several(customerIds, Math.floor(customerIds.length / 4))
    const twice = members.slice(0, 3)
    for (const some of [members, twice])
      await app.customers.addCustomerToGroup(
        some.map((customer_id) => ({ customer_id, customer_group_id: id })) as never,
      )
  }
  await app.db.query(
    `update customer_group_customer set created_by = 'criteria' where customer_group_id = 'cusgroup_2'`,
  )
  await app.customers.softDeleteCustomerGroups(["cusgroup_gone"])
}
