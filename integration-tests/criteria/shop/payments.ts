import type { ModuleApp } from "../../helpers/module-app"
import type { Random } from "../random"
import type { MadeOrder } from "./orders"
import { exactly, insertRows, type Row } from "./tables"

const PROVIDERS = ["pp_system_default", "pp_stripe", "pp_invoice"]

/** Payments by one provider or two, of which some were cancelled or deleted, as Medusa's payment module leaves them. */
export const makePayments = async (app: ModuleApp, random: Random, orders: MadeOrder[]): Promise<void> => {
  const collections: Row[] = []
  const sessions: Row[] = []
  const payments: Row[] = []
  const links: Row[] = []
  for (const { id, currency } of random.several(orders, Math.floor(orders.length / 2))) {
    const money = { currency_code: currency, ...exactly("amount", 10) }
    const collection = `pay_col_${id}`
    collections.push({ id: collection, ...money })
    links.push({ id: `ordpay_${id}`, order_id: id, payment_collection_id: collection })
    for (const provider_id of random.several(PROVIDERS, random.pick([0, 1, 1, 2]))) {
      const session = `payses_${id}_${provider_id}`
      const common = { ...money, provider_id, data: {}, payment_collection_id: collection }
      sessions.push({ id: session, ...common })
      payments.push({
        id: `pay_${id}_${provider_id}`,
        ...common,
        payment_session_id: session,
        canceled_at: random.percent(15) ? "2026-01-01T00:00:00Z" : null,
        deleted_at: random.percent(5) ? "2026-01-01T00:00:00Z" : null,
      })
    }
  }
  await insertRows(app, "payment_collection", collections)
  await insertRows(app, "payment_session", sessions)
  await insertRows(app, "payment", payments)
  await insertRows(app, "order_payment_collection", links)
}
