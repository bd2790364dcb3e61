import type { Order } from "../../data"
import { Fraction } from "../fraction"
import { idIn, textIn, type Value } from "../value"
import type { Reader } from "../world"
import { ordersIn } from "./orders"

const ofAny =
  (valuesOf: (order: Order) => Value[]): Reader =>
  (...args) =>
    ordersIn(...args).flatMap(valuesOf)

const cameBack = ({ lines }: Order) => lines.some(({ returned }) => returned.compare(Fraction.zero) > 0)

const hasCancelled: Reader = ({ orders }, { window }, world) => [
  orders.some(({ isCancelled, placedAt }) => isCancelled && world.isWithin(placedAt, window)),
]

export const orderDetails: Record<string, Reader> = {
  order_sales_channel: ofAny(({ salesChannelId }) => idIn(salesChannelId)),
  order_region: ofAny(({ regionId }) => idIn(regionId)),
  order_country: ofAny(({ country }) => textIn(country)),
  order_payment_provider: ofAny(({ paymentProviders }) => paymentProviders),
  order_shipping_option: ofAny(({ shippingOptions }) => shippingOptions),
  order_promotion_code: ofAny(({ promotionCodes }) => promotionCodes.flatMap(textIn)),
  order_status: ofAny(({ status }) => [status]),
  has_cancelled_order: hasCancelled,
  has_returned: (...args) => [ordersIn(...args).some(cameBack)],
}
