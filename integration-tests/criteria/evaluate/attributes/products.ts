import type { Customer, Line } from "../../data"
import { Fraction } from "../fraction"
import { idIn, lower, textIn } from "../value"
import type { Given, Reader, World } from "../world"
import { ordersIn } from "./orders"

const kept = ({ quantity, returned }: Line) => quantity.minus(returned)

/** Lines of which something was kept. */
const boughtIn = (customer: Customer, given: Given, world: World): Line[] =>
  ordersIn(customer, given, world)
    .flatMap(({ lines }) => lines)
    .filter((line) => kept(line).compare(Fraction.zero) > 0)

/** What each kind of purchase says of a line. */
const kinds = {
  product: ({ productId }: Line) => idIn(productId),
  variant: ({ variantId }: Line) => idIn(variantId),
  sku: ({ sku }: Line) => textIn(sku),
  collection: ({ product }: Line) => idIn(product?.collectionId),
  category: ({ product }: Line) => product?.categoryIds ?? [],
  type: ({ product }: Line) => idIn(product?.typeId),
  tag: ({ product }: Line) => product?.tagIds ?? [],
}

type Kind = keyof typeof kinds

const bought =
  (kind: Kind): Reader =>
  (...args) =>
    boughtIn(...args).flatMap(kinds[kind])

const ofItems = (customer: Customer, given: Given, world: World): Line[] => {
  const kind = given.of as Kind
  const items = (given.items ?? []).map((item) => (kind === "sku" ? lower(item) : item))
  return boughtIn(customer, given, world).filter((line) => kinds[kind](line).some((id) => items.includes(id)))
}

export const products: Record<string, Reader> = {
  ...Object.fromEntries((Object.keys(kinds) as Kind[]).map((kind) => [`purchased_${kind}`, bought(kind)])),
  purchased_quantity: (...args) => [Fraction.sum(ofItems(...args).map(kept))],
  purchased_total: (...args) => [Fraction.sum(ofItems(...args).map(({ total }) => total))],
}
