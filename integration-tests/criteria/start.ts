import { Modules } from "@medusajs/framework/utils"
import { startModuleApp, type ModuleApp } from "../helpers/module-app"

/** This plugin's module beside all those of Medusa's that know something of a customer; see `startModuleApp`. */
export const startCriteriaApp = async (template?: string): Promise<ModuleApp> => {
  const app = await startModuleApp(
    [Modules.CART, Modules.CURRENCY, Modules.ORDER, Modules.PAYMENT, Modules.PRODUCT, Modules.PROMOTION],
    template,
  )
  // Each statement runs once: compiling it to machine code costs more than it saves.
  await app.db.query("set jit = off")
  return app
}
