import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import type { ExecArgs } from "@medusajs/framework/types"

/** Run by `medusa exec`: makes the demo's admin, or gives it the password that is asked for. */
export default async function makeAdmin({ container }: ExecArgs) {
  const email = process.env.ADMIN_EMAIL!
  const password = process.env.ADMIN_PASSWORD!
  const auth = container.resolve(Modules.AUTH)
  const query = container.resolve(ContainerRegistrationKeys.QUERY)

  const { data: users } = await query.graph({ entity: "user", fields: ["id"], filters: { email } })
  if (users.length > 0) {
    const { success, error } = await auth.updateProvider("emailpass", { entity_id: email, password })
    if (!success) throw new Error(error)
    return
  }

  const { success, authIdentity, error } = await auth.register("emailpass", { body: { email, password } })
  if (!success) throw new Error(error)
  await createUserAccountWorkflow(container).run({
    input: { authIdentityId: authIdentity!.id, userData: { email, first_name: "Demo", last_name: "Admin" } },
  })
}
