import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { REPLACED_ENTRIES } from "../scripts/replaced-entries"

/**
 * Hides what this plugin stands in for in Medusa's own dashboard. Runs with `medusa db:migrate`; running it again changes
 * nothing. An admin who has chosen to show or hide an entry is not overruled, nor is anything else of a layout touched.
 * `restore-medusas-entries` takes it back.
 */
export default async function hideMedusasEntries({ container }: { container: MedusaContainer }): Promise<void> {
  const settings = container.resolve(Modules.SETTINGS)
  for (const { zone, entry } of REPLACED_ENTRIES) {
    const layout = await settings.getSystemDefaultLayoutConfiguration(zone)
    const widgets = layout?.configuration?.widgets ?? {}
    if (widgets[entry]?.hidden !== undefined) continue

    await settings.setSystemDefaultLayoutConfiguration(zone, {
      ...layout?.configuration,
      widgets: { ...widgets, [entry]: { ...widgets[entry], hidden: true } },
    })
  }
}
