import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CUSTOMER_GROUPS } from "../../../modules/customer-groups"
import type CustomerGroupsModuleService from "../../../modules/customer-groups/service"
import { newOperationId } from "../../../modules/customer-groups/operation-id"
import type { AdminGroupOperation, AdminGroupOperationResponse } from "../../../types"
import { inTime } from "../../utils/in-time"

/** What a change has answered, or the operation that still runs for it. */
type InTime<Result> = { result: Result; running?: undefined } | { running: AdminGroupOperation }

/**
 * Waits for work for as long as a request should. It goes on in any case, and its failure then stands on the operation.
 *
 * @param what it is, for the log
 * @param findRunning the operation that is on record for it, while it runs
 */
export async function doneOrRunning<Result>(
  req: AuthenticatedMedusaRequest,
  what: string,
  work: Promise<Result>,
  findRunning: (groups: CustomerGroupsModuleService) => Promise<AdminGroupOperation | undefined>,
): Promise<InTime<Result>> {
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  const done = await inTime(work, ({ message }) => logger.warn(`[customer-groups] ${what} failed: ${message}`))
  if (done) return { result: done }
  const running = await findRunning(req.scope.resolve(CUSTOMER_GROUPS))
  return running ? { running } : { result: await work }
}

/**
 * Waits for a change that may take long for as long as a request should.
 *
 * @param change is told the id that the operation shall have
 */
export async function resultInTime<Result>(
  req: AuthenticatedMedusaRequest,
  change: (operationId: string) => Promise<{ result: Result }>,
): Promise<InTime<Result>> {
  const id = newOperationId()
  const work = change(id).then(({ result }) => result)
  return doneOrRunning(req, `The operation ${id}`, work, (groups) => groups.retrieveRunningWork(id))
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
