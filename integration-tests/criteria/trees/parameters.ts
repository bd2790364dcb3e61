import type { Attribute, TimeWindow } from "../../../src/modules/customer-groups/criteria"
import { writeDay } from "../evaluate/calendar"
import type { World } from "../evaluate/world"
import type { Random } from "../random"

/** Draws what a parameter of a condition can be, near to what stands in the shop. */
type Draw = (random: Random, world: World, drawn: Record<string, unknown>) => unknown

const KEY_PATHS = [
  ["loyalty", "tier"],
  ["loyalty", "tier"],
  ["loyalty", "points"],
  ["born"],
  ["born"],
  ["a.b"],
  ["x'y"],
  ["loyalty"],
  ["loyalty", "tier", "tier"],
  ["nothing"],
]

const USUAL_DAYS = [1, 2, 3, 7, 14, 30, 60, 90, 365, 366, 730, 36_500]
const USUAL_MONTHS = [1, 1, 2, 3, 6, 11, 12, 13, 24, 36_500]

const aDayWithOrders = (random: Random, world: World) => {
  const orders = world.shop.customers.flatMap((customer) => customer.orders)
  return world.dayOf(random.pick(orders).placedAt) + random.pick([-1, 0, 0, 1])
}

const window: Draw = (random, world): TimeWindow | undefined => {
  if (random.percent(45)) return undefined
  const day = aDayWithOrders(random, world)
  if (random.percent(25)) return { from: writeDay(day), to: writeDay(day + random.pick([1, 1, 2, 30, 365])) }
  if (random.percent(30)) return { last: { n: random.pick(USUAL_MONTHS), unit: "month" } }
  const n = random.percent(50) ? random.pick(USUAL_DAYS) : Math.max(1, world.today - day)
  return { last: { n, unit: "day" } }
}

/** Ids of each kind of thing that can be bought, with one that is nowhere. */
const ITEMS: Record<string, string[]> = {
  product: ["prod_1", "prod_2", "prod_3", "prod_4", "prod_12", "prod_none"],
  variant: ["variant_1_S", "variant_1_L", "variant_2_S", "variant_3_L", "variant_none"],
  sku: ["sh-1", "SH-1", "SH-2", "50%_OFF", "größe-42", "%", "🙂"],
  collection: ["pcol_1", "pcol_2", "pcol_3", "pcol_none"],
  category: ["pcat_1", "pcat_10", "pcat_1a", "pcat_1aa", "pcat_1b", "pcat_10a", "pcat_empty"],
  type: ["ptyp_1", "ptyp_2", "ptyp_3", "ptyp_none"],
  tag: ["ptag_1", "ptag_2", "ptag_3", "ptag_4", "ptag_none"],
}

const draws: Record<string, Draw> = {
  window,
  currency_code: (random) => random.pick(["eur", "eur", "eur", "usd", "jpy", "kwd", "gbp"]),
  amount: (random) => random.pick([undefined, "total", "paid"]),
  address: (random) => random.pick([undefined, "any", "default_shipping", "default_billing"]),
  key_path: (random) => random.pick(KEY_PATHS),
  seed: (random) => random.pick(["spring", "summer", "🙂'"]),
  of: (random) => random.pick(Object.keys(ITEMS)),
  items: (random, _world, drawn) => random.several(ITEMS[drawn.of as string]!, random.pick([1, 1, 2, 3])),
}

/** Parameters for a condition of this attribute; optional ones are often left out. */
export const drawParameters = (attribute: Attribute, random: Random, world: World): Record<string, unknown> => {
  const drawn: Record<string, unknown> = {}
  for (const key of Object.keys(attribute.parameters)) {
    const draw = draws[key]
    if (!draw) throw new Error(`${key} (${attribute.id}) is drawn by nothing in ${__filename}`)
    const value = draw(random, world, drawn)
    if (value !== undefined) drawn[key] = value
  }
  return drawn
}
