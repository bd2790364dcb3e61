import { createStep } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"

/** Names to check, each with the place that an error names. */
export interface ValidateGroupNamesInput {
  names: { name?: unknown; path?: string }[]
}

/** Refuses groups without a name, with a blank one, or one that is too long. Reads and writes nothing. */
export const validateGroupNamesStep = createStep(
  "customer-groups-validate-names",
  async ({ names }: ValidateGroupNamesInput, { container }) => {
    const service = container.resolve(CUSTOMER_GROUPS)
    for (const { name, path } of names) service.checkGroupName(name, path)
  },
)
