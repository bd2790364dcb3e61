import type { CustomerGroupDTO, UpdateCustomerGroupDTO } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"

export interface UpdateGroupStepInput {
  id: string
  update: Pick<UpdateCustomerGroupDTO, "name" | "metadata">
}

/** A group before and after its update. */
export interface UpdatedGroup {
  before: CustomerGroupDTO
  after: CustomerGroupDTO
}

/**
 * Updates name and metadata of a group through Medusa's customer module. Not Medusa's own step: that one takes the keys
 * of the metadata for columns to select, and fails on some of them.
 */
export const updateGroupStep = createStep(
  "customer-groups-update-group",
  async ({ id, update }: UpdateGroupStepInput, { container }) => {
    const customers = container.resolve(Modules.CUSTOMER)
    const [before] = await customers.listCustomerGroups({ id }, { take: 1 })
    if (!before) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Customer group with id "${id}" not found`)
    const after = await customers.updateCustomerGroups(id, update)
    return new StepResponse({ before, after } as UpdatedGroup, before)
  },
  // Name and metadata are put back as they were, keys that were added included.
  async (before, { container }) => {
    if (!before) return
    const { id, name, metadata } = before as { id: string; name: string; metadata: Record<string, unknown> | null }
    await container.resolve(CUSTOMER_GROUPS).restoreGroups([{ id, name, metadata }])
  },
)
