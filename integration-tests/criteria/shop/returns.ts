import type { ModuleApp } from "../../helpers/module-app"
import type { Random } from "../random"
import { changeItem } from "./order-versions"
import type { MadeOrder } from "./orders"
import { exactly, insertRows } from "./tables"

/** How much of what was bought comes back, and what becomes of it. */
const KINDS = ["requested", "received part", "received whole", "dismissed whole", "both"] as const

const quantitiesOf = (kind: (typeof KINDS)[number], quantity: number): Record<string, number> => {
  const half = quantity / 2
  if (kind === "requested") return { return_requested_quantity: quantity }
  if (kind === "received part") return { return_received_quantity: half }
  if (kind === "received whole") return { return_received_quantity: quantity }
  if (kind === "dismissed whole") return { return_dismissed_quantity: quantity }
  return { return_received_quantity: half, return_dismissed_quantity: half }
}

/** Lines that come back: asked for only, a part, the whole, broken; with a parcel of their own that is paid for. */
export const makeReturns = async (app: ModuleApp, random: Random, orders: MadeOrder[]): Promise<void> => {
  const returned = random.several(orders, Math.floor(orders.length / 5)).filter(({ itemIds }) => itemIds.length)
  const { rows } = await app.db.query(
    `select i.item_id, i.quantity, o.version from order_item i join "order" o on o.id = i.order_id and o.version = i.version`,
  )
  const items = new Map(rows.map((row) => [row.item_id, { quantity: Number(row.quantity), version: row.version }]))

  for (const { id, itemIds } of returned) {
    const kind = random.pick(KINDS)
    const some = random.percent(50) ? itemIds : itemIds.slice(0, 1)
    for (const itemId of some) await changeItem(app, itemId, quantitiesOf(kind, items.get(itemId)!.quantity))
    const version = items.get(itemIds[0]!)!.version
    const status = kind === "requested" ? "requested" : "received"
    await insertRows(app, "return", [{ id: `return_${id}`, order_id: id, order_version: version, status }])
    if (random.percent(40)) await sendBack(app, id, version)
  }
}

const sendBack = async (app: ModuleApp, id: string, version: number) => {
  const shipping_option_id = "so_return"
  await insertRows(app, "order_shipping_method", [
    { id: `ordsm_return_${id}`, name: "Return", shipping_option_id, ...exactly("amount", 3.5) },
  ])
  await insertRows(app, "order_shipping", [
    {
      id: `ordspmv_return_${id}`,
      order_id: id,
      version,
      shipping_method_id: `ordsm_return_${id}`,
      return_id: `return_${id}`,
    },
  ])
}
