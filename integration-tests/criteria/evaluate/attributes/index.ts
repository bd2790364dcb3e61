import type { Reader } from "../world"
import { address } from "./address"
import { carts } from "./carts"
import { metadata } from "./metadata"
import { orderDetails } from "./order-details"
import { orders } from "./orders"
import { others } from "./others"
import { products } from "./products"
import { profile } from "./profile"
import { ranks } from "./ranks"

/** How each attribute is read from plain data. */
export const readers: Record<string, Reader> = {
  ...profile,
  ...metadata,
  ...address,
  ...orders,
  ...orderDetails,
  ...products,
  ...ranks,
  ...carts,
  ...others,
}
