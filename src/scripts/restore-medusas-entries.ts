import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { REPLACED_ENTRIES } from "./replaced-entries"

/**
 * Shows again, for everybody, what the plugin hides of Medusa's own dashboard. For the way out:
 * `npx medusa exec ./node_modules/medusa-plugin-customer-groups/.medusa/server/src/scripts/restore-medusas-entries.js`
 */
export default async function restoreMedusasEntries({ container }: { container: MedusaContainer }): Promise<void> {
  const settings = container.resolve(Modules.SETTINGS)
  for (const { zone, entry: replaced } of REPLACED_ENTRIES) {
    for (const layout of await settings.listLayoutConfigurations({ zone })) {
      const { [replaced]: entry, ...others } = layout.configuration.widgets
      if (!entry?.hidden) continue

      const { hidden: _hidden, ...rest } = entry
      const widgets = Object.keys(rest).length ? { ...others, [replaced]: rest } : others
      const configuration = { ...layout.configuration, widgets }
      if (layout.is_system_default) await settings.setSystemDefaultLayoutConfiguration(zone, configuration)
      else if (layout.user_id) await settings.setLayoutConfiguration(zone, layout.user_id, configuration)
    }
  }
}
