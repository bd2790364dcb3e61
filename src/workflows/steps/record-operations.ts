import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"
import type { GroupActor, NewGroupOperation } from "../../types"
import { takeBackOperations } from "../utils/take-back"

export interface RecordOperationsInput {
  operations: Omit<NewGroupOperation, "id">[]
  actor?: GroupActor
}

/** Writes changes to groups into their history. */
export const recordOperationsStep = createStep(
  "customer-groups-record-operations",
  async ({ operations, actor }: RecordOperationsInput, { container }) => {
    const ids = await container.resolve(CUSTOMER_GROUPS).recordOperations(operations, actor)
    return new StepResponse(ids, ids)
  },
  // The history keeps what was tried: the operations are marked failed, not deleted.
  takeBackOperations,
)
