import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** A customer group or a customer with the fields that the request asks for, as Medusa's own routes answer it. */
export async function refetch(
  entity: "customer_group" | "customer",
  id: string,
  fields: string[],
  scope: MedusaContainer,
): Promise<Record<string, unknown> | undefined> {
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity, fields: fields as ["id"], filters: { id } })
  return data[0]
}
