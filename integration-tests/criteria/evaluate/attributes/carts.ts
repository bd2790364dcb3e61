import type { Cart, Customer } from "../../data"
import { Fraction } from "../fraction"
import { idIn } from "../value"
import type { Reader } from "../world"

const filled = ({ openCarts }: Customer): Cart[] => openCarts.filter(({ items }) => items.length > 0)

const valueOf = ({ items }: Cart) => Fraction.sum(items.map(({ price, quantity }) => price.times(quantity)))

export const carts: Record<string, Reader> = {
  has_open_cart: (customer) => [filled(customer).length > 0],
  open_cart_value: (customer, { currency_code }) =>
    filled(customer)
      .filter(({ currency }) => currency === currency_code)
      .map(valueOf),
  open_cart_age: (customer, _given, world) =>
    filled(customer).map(({ updatedAt }) => Fraction.of(world.today - world.dayOf(updatedAt))),
  open_cart_product: (customer) =>
    filled(customer).flatMap(({ items }) => items.flatMap(({ productId }) => idIn(productId))),
}
