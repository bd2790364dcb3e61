import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"
import type { SizeChangedEvent } from "../../types"
import { describeSizeChange } from "../utils/describe-size-change"

/** What people are told of a group that has grown or shrunk by much; null if it is deleted since. */
export const describeSizeChangeStep = createStep(
  "customer-groups-describe-size-change",
  async (change: SizeChangedEvent, { container }) => {
    const groups = container.resolve(CUSTOMER_GROUPS)
    const [group] = (await groups.listGroupOverviews({ id: change.group_id, limit: 1 })).groups
    return new StepResponse(group ? describeSizeChange(group, change) : null)
  },
)
