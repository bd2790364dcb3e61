import type { Fraction } from "./evaluate/fraction"

/** A shop as plain data: what Medusa's own services say of it. */

export interface Shop {
  /** In the order of their ids; the living ones only. */
  customers: Customer[]
  now: Date
  timeZone: string
}

export interface Customer {
  id: string
  email: string | null
  first_name: string | null
  last_name: string | null
  company_name: string | null
  phone: string | null
  created_by: string | null
  has_account: boolean
  created_at: Date
  metadata: Record<string, unknown> | null
  addresses: Address[]
  /** All but drafts and deleted ones. */
  orders: Order[]
  /** Neither completed nor deleted. */
  openCarts: Cart[]
  /** Of groups that are not deleted. */
  groupIds: string[]
}

export interface Address {
  country_code: string | null
  province: string | null
  city: string | null
  postal_code: string | null
  isDefaultShipping: boolean
  isDefaultBilling: boolean
}

export interface Order {
  id: string
  placedAt: Date
  currency: string
  status: string
  isCancelled: boolean
  total: Fraction
  /** Captured less refunded. */
  paid: Fraction
  salesChannelId: string | null
  regionId: string | null
  country: string | null
  paymentProviders: string[]
  shippingOptions: string[]
  promotionCodes: string[]
  lines: Line[]
}

export interface Line {
  product: Product | undefined
  productId: string | null
  variantId: string | null
  sku: string | null
  quantity: Fraction
  returned: Fraction
  /** Of what was kept. */
  total: Fraction
}

export interface Product {
  collectionId: string | null
  typeId: string | null
  tagIds: string[]
  /** With all that they are within. */
  categoryIds: string[]
}

export interface Cart {
  currency: string
  updatedAt: Date
  items: { productId: string | null; price: Fraction; quantity: Fraction }[]
}
