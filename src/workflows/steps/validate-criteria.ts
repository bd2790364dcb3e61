import { createStep } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"
import type { GroupSettings } from "../../types"

/** Refuses criteria that are wrong, or cannot be evaluated now. Reads, and writes nothing. */
export const validateCriteriaStep = createStep(
  "customer-groups-validate-criteria",
  async (settings: GroupSettings, { container }) => {
    await container.resolve(CUSTOMER_GROUPS).checkCriteria(settings)
  },
)
