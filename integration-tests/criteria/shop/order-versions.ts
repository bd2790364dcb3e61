import type { ModuleApp } from "../../helpers/module-app"
import type { Random } from "../random"
import type { MadeOrder } from "./orders"

/** Tables of which each change of an order writes new rows, and how their rows are found by order ids in `$1`. */
const VERSIONED: Record<string, string> = {
  order_item: "order_id = any($1)",
  order_shipping: "order_id = any($1)",
  order_credit_line: "order_id = any($1)",
  order_line_item_adjustment:
    "item_id in (select i.item_id from order_item i where i.order_id = any($1)) and version = (select max(version) from order_line_item_adjustment a where a.item_id = t.item_id)",
  order_shipping_method_adjustment:
    "shipping_method_id in (select s.shipping_method_id from order_shipping s where s.order_id = any($1)) and version = (select max(version) from order_shipping_method_adjustment a where a.shipping_method_id = t.shipping_method_id)",
}

const copyToNextVersion = async (app: ModuleApp, table: string, isMeant: string, orderIds: string[]) => {
  const { rows } = await app.db.query(
    "select column_name from information_schema.columns where table_schema = 'public' and table_name = $1",
    [table],
  )
  const columns: string[] = rows
    .map(({ column_name }) => column_name)
    .filter((name) => !["id", "version"].includes(name))
  const isCurrent =
    "order_id" in Object.fromEntries(columns.map((name) => [name, true]))
      ? `and version = (select version from "order" o where o.id = t.order_id)`
      : ""
  await app.db.query(
    `insert into ${table} (id, version, ${columns.join(", ")})
     select id || '_' || version + 1, version + 1, ${columns.join(", ")} from ${table} t where ${isMeant} ${isCurrent}`,
    [orderIds],
  )
}

/** Writes a further version of these orders, as every step of fulfilment does: all rows again, the old ones stay. */
const makeNextVersion = async (app: ModuleApp, orderIds: string[]): Promise<void> => {
  for (const [table, isMeant] of Object.entries(VERSIONED)) await copyToNextVersion(app, table, isMeant, orderIds)
  await app.db.query(`update "order" set version = version + 1 where id = any($1)`, [orderIds])
  // From the second version on the line's price stands at its row, too.
  await app.db.query(
    `update order_item i set unit_price = l.unit_price, raw_unit_price = l.raw_unit_price
     from order_line_item l where l.id = i.item_id and i.order_id = any($1) and i.version > 1 and i.unit_price is null`,
    [orderIds],
  )
}

/** Changes the current version of a line. */
export const changeItem = (app: ModuleApp, itemId: string, changes: Record<string, number>) =>
  app.db.query(
    `update order_item i set ${Object.entries(changes)
      .map(([column, value]) => `${column} = ${value}, raw_${column} = '{"value": "${value}", "precision": 20}'`)
      .join(", ")}
     where item_id = $1 and version = (select version from "order" o where o.id = i.order_id)`,
    [itemId],
  )

/** Sends the current version by nothing, while the first was sent by an option that is not offered any more. */
const sendOtherwise = async (app: ModuleApp, orderId: string): Promise<void> => {
  await app.db.query(
    `update order_shipping_method m set shipping_option_id = 'so_old' from order_shipping s
     where s.shipping_method_id = m.id and s.order_id = $1 and s.version = 1`,
    [orderId],
  )
  await app.db.query(
    `delete from order_shipping s using "order" o where o.id = s.order_id and o.id = $1 and s.version = o.version`,
    [orderId],
  )
}

/** Takes a line out as edits do, or as a change that failed leaves it; or makes it more, or dearer. */
const editLine = async (app: ModuleApp, random: Random, itemId: string): Promise<void> => {
  if (random.percent(15)) await app.db.query("update order_item set deleted_at = now() where item_id = $1", [itemId])
  else
    await changeItem(
      app,
      itemId,
      random.pick<Record<string, number>>([{ quantity: 0 }, { quantity: 5 }, { unit_price: 12.34 }]),
    )
}

/** Gives some orders a history, and lets an edit change their lines and how they are sent. */
export const makeVersions = async (app: ModuleApp, random: Random, orders: MadeOrder[]): Promise<void> => {
  const changed = random.several(orders, Math.floor(orders.length / 4))
  for (const some of [changed, changed.slice(0, changed.length / 2)])
    await makeNextVersion(
      app,
      some.map(({ id }) => id),
    )
  for (const { id, itemIds } of changed) {
    if (random.percent(25)) await sendOtherwise(app, id)
    for (const itemId of itemIds) if (random.percent(40)) await editLine(app, random, itemId)
  }
}
