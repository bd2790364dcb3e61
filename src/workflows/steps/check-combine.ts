import { createStep } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"
import type { CombineGroupsInput } from "../../types"

/** Refuses groups that cannot be combined so. Reads and writes nothing. */
export const checkCombineStep = createStep(
  "customer-groups-check-combine",
  async ({ how, group_ids, into }: Pick<CombineGroupsInput, "how" | "group_ids" | "into">, { container }) => {
    await container.resolve(CUSTOMER_GROUPS).checkCombine({ how, group_ids, into })
  },
)
