import type { Customer, Order } from "../../data"
import { Fraction } from "../fraction"
import type { Given, Reader, World } from "../world"

/** The orders that count, in the window and, if an amount is asked for, in its currency; the oldest first. */
export const ordersIn = ({ orders }: Customer, { window, currency_code }: Given, world: World): Order[] =>
  orders
    .filter(({ isCancelled }) => !isCancelled)
    .filter(({ currency }) => currency_code === undefined || currency === currency_code)
    .filter(({ placedAt }) => world.isWithin(placedAt, window))
    .sort((a, b) => a.placedAt.getTime() - b.placedAt.getTime())

export const amountsIn = (customer: Customer, given: Given, world: World): Fraction[] =>
  ordersIn(customer, given, world).map((order) => order[given.amount ?? "total"])

const largest = (amounts: Fraction[]) => [...amounts].sort((a, b) => a.compare(b)).slice(-1)

const average = (amounts: Fraction[]) => (amounts.length ? [Fraction.sum(amounts).dividedBy(amounts.length)] : [])

const daysIn: (...args: Parameters<Reader>) => number[] = (customer, given, world) =>
  ordersIn(customer, given, world).map(({ placedAt }) => world.dayOf(placedAt))

const daysBetween: Reader = (...args) => {
  const days = daysIn(...args)
  return days.length < 2 ? [] : [Fraction.of(days.at(-1)! - days[0]!).dividedBy(days.length - 1)]
}

export const orders: Record<string, Reader> = {
  order_count: (...args) => [Fraction.of(ordersIn(...args).length)],
  total_spent: (...args) => [Fraction.sum(amountsIn(...args))],
  average_order_value: (...args) => average(amountsIn(...args)),
  largest_order: (...args) => largest(amountsIn(...args)),
  first_order_at: (...args) => daysIn(...args).slice(0, 1),
  last_order_at: (...args) => daysIn(...args).slice(-1),
  days_since_last_order: (customer, given, world) =>
    daysIn(customer, given, world)
      .slice(-1)
      .map((day) => Fraction.of(world.today - day)),
  average_days_between_orders: daysBetween,
}
