import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CUSTOMER_GROUPS } from "../../../modules/customer-groups"
import { newOperationId } from "../../../modules/customer-groups/operation-id"
import type { AdminGroupOperation, AdminGroupOperationResponse } from "../../../types"
import { inTime } from "../../utils/in-time"

/**
 * Waits for a change that may take long for as long as a request should. It goes on in any case, and its failure then
 * stands on the operation.
 *
 * @param change is told the id that the operation shall have
 * @returns what the change has answered, or the operation that still runs
 */
export async function resultInTime<Result>(
  req: AuthenticatedMedusaRequest,
  change: (operationId: string) => Promise<{ result: Result }>,
): Promise<{ result: Result; running?: undefined } | { running: AdminGroupOperation }> {
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  const groups = req.scope.resolve(CUSTOMER_GROUPS)
  const id = newOperationId()
  const work = change(id)
  const done = await inTime(work, ({ message }) =>
    logger.warn(`[customer-groups] The operation ${id} failed: ${message}`),
  )
  if (done) return done
  const [running] = await groups.listGroupOperations({ id, status: "running" })
  return running ? { running: await groups.retrieveOperation(id) } : work
}

/** Answers a change that may take long: 200 with the operation that is done, or 202 with the one that still runs. */
export async function answerInTime(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminGroupOperationResponse>,
  change: (operationId: string) => Promise<{ result: AdminGroupOperation }>,
): Promise<void> {
  const answer = await resultInTime(req, change)
  if (answer.running) res.status(202).json({ operation: answer.running })
  else res.json({ operation: answer.result })
}
