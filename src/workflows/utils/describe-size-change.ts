import type { AdminGroupOverview, SizeChangedEvent } from "../../types"
import type { NotifyDashboardInput } from "../steps/notify-dashboard"

const number = new Intl.NumberFormat("en")
const percent = new Intl.NumberFormat("en", { style: "percent" })

/** What the dashboard says of a group that has grown or shrunk by much. In English, as Medusa's own notifications are. */
export const describeSizeChange = (
  { name }: Pick<AdminGroupOverview, "name">,
  { group_id, from, to, share, at }: SizeChangedEvent,
): NotifyDashboardInput => ({
  key: `customer-groups:${group_id}:size:${at}`,
  title: `Customer group "${name}" has ${to > from ? "grown" : "shrunk"} by ${percent.format(share)} within a day`,
  description: `From ${number.format(from)} to ${number.format(to)} ${to === 1 ? "member" : "members"}. The activity of the group says by what.`,
})
