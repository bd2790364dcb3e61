import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { CORE_ENTRY, SIDEBAR } from "./sidebar-layout"

/**
 * Shows Medusa's own entry for customer groups in the sidebar again, for everybody. For the way out:
 * `npx medusa exec ./node_modules/medusa-plugin-customer-groups/.medusa/server/src/scripts/restore-sidebar.js`
 */
export default async function restoreSidebar({ container }: { container: MedusaContainer }) {
  const settings = container.resolve(Modules.SETTINGS)
  for (const layout of await settings.listLayoutConfigurations({ zone: SIDEBAR })) {
    const { [CORE_ENTRY]: entry, ...others } = layout.configuration.widgets
    if (!entry?.hidden) continue

    const { hidden: _hidden, ...rest } = entry
    const widgets = Object.keys(rest).length ? { ...others, [CORE_ENTRY]: rest } : others
    const configuration = { ...layout.configuration, widgets }
    if (layout.is_system_default) await settings.setSystemDefaultLayoutConfiguration(SIDEBAR, configuration)
    else if (layout.user_id) await settings.setLayoutConfiguration(SIDEBAR, layout.user_id, configuration)
  }
}
