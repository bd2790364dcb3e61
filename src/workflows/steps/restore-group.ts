import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"

export interface RestoreGroupStepInput {
  id: string
  /** Instead of the name it had. */
  name?: string
}

/** Makes a deleted group one that is there again, through Medusa's customer module. Answers its old and its new name. */
export const restoreGroupStep = createStep(
  "customer-groups-restore-group",
  async ({ id, name }: RestoreGroupStepInput, { container }) => {
    const groups = container.resolve(CUSTOMER_GROUPS)
    const names = await groups.planRestore(id, name)
    if (names.from !== names.to) await groups.renameDeletedGroup(id, names.to)
    await container.resolve(Modules.CUSTOMER).restoreCustomerGroups([id])
    await groups.catchUp(id)
    return new StepResponse(names, { id, ...names })
  },
  async (done, { container }) => {
    if (!done) return
    await container.resolve(Modules.CUSTOMER).softDeleteCustomerGroups([done.id])
    if (done.from !== done.to) await container.resolve(CUSTOMER_GROUPS).renameDeletedGroup(done.id, done.from)
  },
)
