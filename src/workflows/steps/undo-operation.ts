import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"
import type { UndoOperationInput } from "../../types"
import { takeBackUndo } from "../utils/take-back"

/** Undoes an operation, in one transaction, and records that. */
export const undoOperationStep = createStep(
  "customer-groups-undo-operation",
  async (input: UndoOperationInput, { container }) => {
    const undone = await container.resolve(CUSTOMER_GROUPS).undoOperation(input)
    return new StepResponse(undone, undone.operation.id)
  },
  // Everything is as it was before the undo, which stands as failed.
  takeBackUndo,
)
