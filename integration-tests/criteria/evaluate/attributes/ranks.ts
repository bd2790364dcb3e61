import { Fraction } from "../fraction"
import type { Given, Reader, World } from "../world"
import { amountsIn, ordersIn } from "./orders"

/** What somebody with orders is ranked by. */
interface Buyer {
  id: string
  spend: Fraction
  orderCount: Fraction
  latest: Fraction
}

type Figure = Exclude<keyof Buyer, "id">

/** Everybody who has orders in the window and the currency. */
const buyersIn = (given: Given, world: World): Buyer[] =>
  world.once(given, () =>
    world.shop.customers.flatMap((customer) => {
      const orders = ordersIn(customer, given, world)
      if (!orders.length) return []
      return {
        id: customer.id,
        spend: Fraction.sum(amountsIn(customer, given, world)),
        orderCount: Fraction.of(orders.length),
        latest: Fraction.of(orders.at(-1)!.placedAt.getTime()),
      }
    }),
  )

/** Reads something of a buyer among all of them; nothing of anybody else. */
const amongBuyers =
  (read: (buyer: Buyer, all: Buyer[]) => Fraction | string): Reader =>
  ({ id }, given, world) => {
    const all = buyersIn(given, world)
    return all.filter((buyer) => buyer.id === id).map((buyer) => read(buyer, all))
  }

/** Who has more is ahead; of equal ones, who has the smaller id: the first hundred are a hundred. */
const countAhead = (figure: Figure, buyer: Buyer, all: Buyer[]) =>
  all.filter((other) => other[figure].compare(buyer[figure]) > 0).length +
  all.filter((other) => other[figure].compare(buyer[figure]) === 0 && other.id < buyer.id).length

const rank = (figure: Figure) => amongBuyers((buyer, all) => Fraction.of(countAhead(figure, buyer, all) + 1))

const percent = (figure: Figure) =>
  amongBuyers((buyer, all) => Fraction.of(countAhead(figure, buyer, all) * 100).dividedBy(all.length))

/** A line a fifth of recency, the longest ago first; a column a fifth of frequency and money, the least first. */
const MATRIX = [
  ["lost", "lost", "hibernating", "at_risk", "cannot_lose"],
  ["hibernating", "hibernating", "at_risk", "at_risk", "cannot_lose"],
  ["about_to_sleep", "about_to_sleep", "need_attention", "loyal", "loyal"],
  ["promising", "potential_loyal", "potential_loyal", "loyal", "champions"],
  ["new", "potential_loyal", "potential_loyal", "champions", "champions"],
]

/** From 0 to 4: how many of the four limits between the fifths of all buyers lie below one's own figure. */
const fifth = (figure: Figure, buyer: Buyer, all: Buyer[]): number => {
  const sorted = all.map((each) => each[figure]).sort((a, b) => a.compare(b))
  const limits = [1, 2, 3, 4].map((fifths) => sorted[Math.ceil((all.length * fifths) / 5) - 1]!)
  return limits.filter((limit) => buyer[figure].compare(limit) > 0).length
}

const rfmGroup = amongBuyers((buyer, all) => {
  // The mean of frequency and money, halves up.
  const column = Math.ceil((fifth("orderCount", buyer, all) + fifth("spend", buyer, all)) / 2)
  return MATRIX[fifth("latest", buyer, all)]![column]!
})

export const ranks: Record<string, Reader> = {
  spend_rank: rank("spend"),
  spend_rank_percent: percent("spend"),
  order_count_rank: rank("orderCount"),
  order_count_rank_percent: percent("orderCount"),
  rfm_group: rfmGroup,
}
