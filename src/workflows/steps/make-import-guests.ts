import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { makeGuests, removeGuests } from "../utils/import-guests"

/** Makes the customers that an import asks for. None of them stays if some of them fail, or a later step does. */
export const makeImportGuestsStep = createStep(
  "customer-groups-make-import-guests",
  async ({ id }: { id: string }, { container, eventGroupId }) => {
    try {
      await makeGuests(id, eventGroupId, container)
    } catch (error) {
      await removeGuests(id, container)
      throw error
    }
    return new StepResponse(undefined, id)
  },
  async (id, { container }) => {
    if (id) await removeGuests(id, container)
  },
)
