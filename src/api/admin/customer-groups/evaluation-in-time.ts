import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CUSTOMER_GROUPS } from "../../../modules/customer-groups"
import type { AdminGroupOperation } from "../../../types"
import { inTime } from "../../utils/in-time"

/**
 * What a request answers of an evaluation: 200 with the operation that is done, or 202 with the one that still runs. Its
 * failure then stands on the operation.
 */
export async function evaluationInTime<Operation extends AdminGroupOperation | null>(
  req: AuthenticatedMedusaRequest,
  groupId: string,
  work: Promise<Operation>,
): Promise<{ status: 200 | 202; operation: Operation | AdminGroupOperation }> {
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  const groups = req.scope.resolve(CUSTOMER_GROUPS)
  const done = await inTime(work, ({ message }) =>
    logger.warn(`[customer-groups] The evaluation of ${groupId} failed: ${message}`),
  )
  // What a person has asked for is always written down, and before it begins.
  if (done) return { status: 200, operation: done }
  const running = await groups.retrieveRunningEvaluation(groupId)
  return running ? { status: 202, operation: running } : { status: 200, operation: await work }
}
