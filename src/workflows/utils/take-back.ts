import type { MedusaContainer } from "@medusajs/framework/types"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"
import type { AdminGroupCriteria } from "../../types"

interface InContainer {
  container: MedusaContainer
}

const REASON = "A later step failed."

/** Compensates operations: exactly what they did to memberships and exclusions is taken back; they stand as failed. */
export const takeBackOperations = async (operationIds: string[] | undefined, { container }: InContainer) => {
  if (operationIds?.length) await container.resolve(CUSTOMER_GROUPS).takeBackOperations(operationIds, REASON)
}

/** Compensates one operation, if there is any. */
export const takeBackOperation = (operationId: string | undefined, inContainer: InContainer) =>
  takeBackOperations(operationId ? [operationId] : [], inContainer)

/** Compensates an undo. */
export const takeBackUndo = async (undoId: string | undefined, { container }: InContainer) => {
  if (undoId) await container.resolve(CUSTOMER_GROUPS).takeBackUndo(undoId, REASON)
}

/** A change that touched the criteria of a group, and these as they were. */
export interface ChangeOfCriteria {
  groupId: string
  before: AdminGroupCriteria | null
  operationId: string
}

/** Compensates a change that touched criteria: memberships as with `takeBackOperations`, and the criteria from before. */
export const takeBackCriteria = async (done: ChangeOfCriteria | undefined, inContainer: InContainer) => {
  if (!done) return
  await takeBackOperation(done.operationId, inContainer)
  await inContainer.container.resolve(CUSTOMER_GROUPS).restoreCriteria(done.groupId, done.before)
}
