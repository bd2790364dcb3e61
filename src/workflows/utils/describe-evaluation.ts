import type { AdminGroupOverview, GroupOperationDTO } from "../../types"
import type { NotifyDashboardInput } from "../steps/notify-dashboard"

const number = new Intl.NumberFormat("en")

/** What the dashboard says of an evaluation that is held or failed; null of any other. In English, as Medusa's own are. */
export const describeEvaluation = (
  { name, member_count }: Pick<AdminGroupOverview, "name" | "member_count">,
  { id, status, details, error }: Pick<GroupOperationDTO, "id" | "status" | "details" | "error">,
): NotifyDashboardInput | null => {
  const key = `customer-groups:${id}:${status}`
  if (status === "held") {
    const { joins = 0, leaves = 0 } = (details ?? {}) as { joins?: number; leaves?: number }
    return {
      key,
      title: `Customer group "${name}": a large change waits for you`,
      description:
        `Of ${number.format(member_count)} members ${number.format(leaves)} would leave, and ${number.format(joins)} ` +
        "customers would join. Apply or discard it on the page of the group.",
    }
  }
  if (status === "failed") {
    return {
      key,
      title: `Customer group "${name}": the evaluation failed`,
      description: `${error ?? "No reason is known."} Its members have stayed as they were.`,
    }
  }
  return null
}
