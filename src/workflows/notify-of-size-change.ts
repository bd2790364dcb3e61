import { createWorkflow, transform, when } from "@medusajs/framework/workflows-sdk"
import type { SizeChangedEvent } from "../types"
import { describeSizeChangeStep } from "./steps/describe-size-change"
import { notifyDashboardStep, type NotifyDashboardInput } from "./steps/notify-dashboard"

/**
 * Tells who uses the dashboard, by its bell, that a group has grown or shrunk by much; once, however often it is run with
 * the same.
 *
 * @example
 * await notifyOfSizeChangeWorkflow(container).run({
 *   input: { group_id: "cusgroup_123", from: 1000, to: 400, share: 0.6, at: "2026-03-15T11:00:00.000Z" },
 * })
 *
 * @summary Notify of a group that has grown or shrunk by much.
 */
export const notifyOfSizeChangeWorkflow = createWorkflow(
  "customer-groups-notify-of-size-change",
  (input: SizeChangedEvent) => {
    const said = describeSizeChangeStep(input)
    when("the-group-is-there", said, (text) => Boolean(text)).then(() => {
      notifyDashboardStep(transform(said, (text) => text as NotifyDashboardInput))
    })
  },
)
