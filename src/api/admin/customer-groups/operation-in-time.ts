import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CUSTOMER_GROUPS } from "../../../modules/customer-groups"
import { newOperationId } from "../../../modules/customer-groups/operation-id"
import type { AdminGroupOperation, AdminGroupOperationResponse } from "../../../types"
import { inTime } from "../../utils/in-time"

/**
 * Answers a change that may take long: 200 with the operation that is done, or 202 with the one that still runs. Its
 * failure then stands on the operation.
 *
 * @param change is told the id that the operation shall have
 */
export async function answerInTime(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminGroupOperationResponse>,
  change: (operationId: string) => Promise<{ result: AdminGroupOperation }>,
): Promise<void> {
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  const id = newOperationId()
  const work = change(id)
  const done = await inTime(work, ({ message }) =>
    logger.warn(`[customer-groups] The operation ${id} failed: ${message}`),
  )
  const [running] = done ? [] : await req.scope.resolve(CUSTOMER_GROUPS).listGroupOperations({ id, status: "running" })
  if (running) {
    const operation = await req.scope.resolve(CUSTOMER_GROUPS).retrieveOperation(id)
    res.status(202).json({ operation })
    return
  }
  res.json({ operation: (await work).result })
}
