import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { CORE_ENTRY, SIDEBAR } from "../scripts/sidebar-layout"

/**
 * Hides Medusa's own entry for customer groups in the sidebar, since ours stands beside it. Runs with `medusa db:migrate`;
 * running it again changes nothing. An admin who has chosen to show or hide the entry is not overruled, nor is anything
 * else of the sidebar's layout touched. `restore-sidebar` takes it back.
 */
export default async function hideCoreEntry({ container }: { container: MedusaContainer }) {
  const settings = container.resolve(Modules.SETTINGS)
  const layout = await settings.getSystemDefaultLayoutConfiguration(SIDEBAR)
  const widgets = layout?.configuration?.widgets ?? {}
  if (widgets[CORE_ENTRY]?.hidden !== undefined) return

  await settings.setSystemDefaultLayoutConfiguration(SIDEBAR, {
    ...layout?.configuration,
    widgets: { ...widgets, [CORE_ENTRY]: { ...widgets[CORE_ENTRY], hidden: true } },
  })
}
