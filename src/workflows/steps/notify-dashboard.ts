import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep } from "@medusajs/framework/workflows-sdk"
import { logLine } from "../../modules/customer-groups/worker/log-line"

export interface NotifyDashboardInput {
  /** The same again for the same news: Medusa's notification module drops what it knows. */
  key: string
  title: string
  description: string
}

/** Writes a notification for everybody who uses the dashboard. A shop that has no provider for these gets a line in the log. */
export const notifyDashboardStep = createStep(
  "customer-groups-notify-dashboard",
  async ({ key, title, description }: NotifyDashboardInput, { container }) => {
    const logger: Logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const notifications = container.resolve(Modules.NOTIFICATION, { allowUnregistered: true })
    try {
      await notifications?.createNotifications({
        to: "",
        channel: "feed",
        template: "admin-ui",
        idempotency_key: key,
        data: { title, description },
      })
    } catch (error) {
      logger.warn(logLine("notification.failed", { key, error: (error as Error).name }))
    }
  },
)
