import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { CUSTOMER_GROUPS } from "../modules/customer-groups"

/** Removes the files of exports that have had their time. */
export default async function removeExpiredFiles(container: MedusaContainer): Promise<void> {
  const groups = container.resolve(CUSTOMER_GROUPS)
  const expired = await groups.listExpiredFiles()
  if (!expired.length) return
  await container.resolve(Modules.FILE).deleteFiles(expired)
  await groups.forgetFiles(expired)
}

export const config = { name: "customer-groups-files", schedule: "17 * * * *" }
