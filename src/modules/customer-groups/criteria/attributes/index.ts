/** The attributes that come with the plugin: one file a family, each with its list. */
import type { Attribute } from "../attribute"
import { addressAttributes } from "./address"
import { cartsAttributes } from "./carts"
import { groupsAttributes } from "./groups"
import { metadataAttributes } from "./metadata"
import { orderDetailsAttributes } from "./order-details"
import { ordersAttributes } from "./orders"
import { productsAttributes } from "./products"
import { profileAttributes } from "./profile"
import { ranksAttributes } from "./ranks"
import { rfmAttributes } from "./rfm"
import { sampleAttributes } from "./sample"

export const builtInAttributes: readonly Attribute[] = [
  ...profileAttributes,
  ...metadataAttributes,
  ...addressAttributes,
  ...ordersAttributes,
  ...orderDetailsAttributes,
  ...productsAttributes,
  ...cartsAttributes,
  ...groupsAttributes,
  ...ranksAttributes,
  ...rfmAttributes,
  ...sampleAttributes,
]
