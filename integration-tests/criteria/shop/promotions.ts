import type { IPromotionModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { ModuleApp } from "../../helpers/module-app"
import type { Random } from "../random"
import type { MadeOrder } from "./orders"
import { insertRows } from "./tables"

const CODES = ["SUMMER-10%", "summer_20", "Größer", "O'CODE", "BACK\\SLASH", "GONE"]

/** Promotions that orders have used, one of them deleted since then. */
export const makePromotions = async (app: ModuleApp, random: Random, orders: MadeOrder[]): Promise<void> => {
  const promotions = app.container.resolve<IPromotionModuleService>(Modules.PROMOTION)
  await promotions.createPromotions(
    CODES.map((code, index) => ({
      id: `promo_${index}`,
      code,
      type: "standard",
      application_method: { type: "fixed", target_type: "order", value: 1, currency_code: "eur" },
    })) as never,
  )
  const uses = random
    .several(orders, Math.floor(orders.length / 3))
    .flatMap(({ id }) => random.several([...CODES.keys()], random.pick([1, 1, 2])).map((index) => ({ id, index })))
  await insertRows(
    app,
    "order_promotion",
    uses.map(({ id, index }) => ({
      id: `ordpromo_${id}_${index}`,
      order_id: id,
      promotion_id: `promo_${index}`,
      deleted_at: random.percent(8) ? "2026-01-01T00:00:00Z" : null,
    })),
  )
  await promotions.softDeletePromotions([`promo_${CODES.indexOf("GONE")}`])
}
