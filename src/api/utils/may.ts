import { hasPermission } from "@medusajs/framework"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

interface Policy {
  resource: string
  operation: string
}

type Sent = Pick<AuthenticatedMedusaRequest, "auth_context" | "scope">

/** Whether who sends the request may do this beside what the route asks for; everybody, where RBAC is off. */
export const may = async (req: Sent, policy: Policy): Promise<boolean> =>
  hasPermission({
    roles: (req.auth_context?.app_metadata?.roles as string[] | undefined) ?? [],
    actions: policy,
    container: req.scope,
  })

/** @throws FORBIDDEN who sends the request may not do this */
export const requireMay = async (req: Sent, policy: Policy): Promise<void> => {
  if (await may(req, policy)) return
  throw new MedusaError(
    MedusaError.Types.FORBIDDEN,
    `Insufficient permissions. Required policies: ${policy.resource}:${policy.operation}`,
  )
}
