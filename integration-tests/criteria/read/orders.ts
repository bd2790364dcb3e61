import type {
  ICurrencyModuleService,
  IPromotionModuleService,
  OrderDTO,
  RemoteQueryFunction,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { ModuleApp } from "../../helpers/module-app"
import type { Line, Order } from "../data"
import { Fraction } from "../evaluate/fraction"
import type { Assortment } from "./products"

/** What Medusa answers for an order and its links. */
interface Found extends Omit<OrderDTO, "items" | "shipping_methods"> {
  is_draft_order: boolean
  items: {
    product_id: string | null
    variant_id: string | null
    total: number
    quantity: number
    detail: { return_received_quantity: number; return_dismissed_quantity: number }
  }[]
  shipping_methods: { shipping_option_id: string | null; detail: { return_id: string | null } }[]
  payment_collections?: ({ payments?: { provider_id: string; canceled_at: string | null }[] } | null)[]
  promotion_link?: { promotion_id: string }[]
}

const FIELDS = [
  ...["id", "customer_id", "created_at", "currency_code", "status", "is_draft_order", "canceled_at", "total"],
  ...["region_id", "sales_channel_id", "shipping_address.*", "items.*", "items.total", "items.detail.*"],
  ...["shipping_methods.*", "shipping_methods.detail.*", "transactions.*", "payment_collections.payments.*"],
  "promotion_link.promotion_id",
]

/** Made anew each time: Medusa's services write into it. */
const everything = () => ({ take: 100_000 })

/** An amount as Medusa's JavaScript has it; what lies beyond eight decimals is noise. */
const exact = (amount: unknown) => Fraction.of(Number(amount).toFixed(8))

const queryOf = ({ container }: ModuleApp) =>
  container.resolve<Omit<RemoteQueryFunction, symbol>>(ContainerRegistrationKeys.QUERY)

const decimalsOf = async ({ container }: ModuleApp): Promise<Map<string, number>> => {
  const found = await container.resolve<ICurrencyModuleService>(Modules.CURRENCY).listCurrencies({}, everything())
  // The type of Medusa's answer lacks them.
  const currencies = found as unknown as { code: string; decimal_digits: number }[]
  return new Map(currencies.map(({ code, decimal_digits }) => [code, decimal_digits]))
}

/** The codes of all promotions, also of those that are deleted by now, by their ids. */
const promotionCodes = async ({ container }: ModuleApp): Promise<Map<string, string>> => {
  const service = container.resolve<IPromotionModuleService>(Modules.PROMOTION)
  const promotions = await service.listPromotions({}, { ...everything(), withDeleted: true })
  return new Map(promotions.map(({ id, code }) => [id, code!]))
}

const lineOf = (item: Found["items"][number], { products, skus }: Assortment, decimals: number): Line => ({
  product: products.get(item.product_id ?? ""),
  productId: item.product_id,
  variantId: item.variant_id,
  sku: skus.get(item.variant_id ?? "") ?? null,
  quantity: exact(item.quantity),
  returned: exact(item.detail.return_received_quantity).plus(exact(item.detail.return_dismissed_quantity)),
  total: exact(item.total).rounded(decimals),
})

/** How an order was sent: not how something of it came back. */
const shippingOptionsOf = ({ shipping_methods }: Found) =>
  shipping_methods
    .filter(({ detail }) => !detail.return_id)
    .flatMap(({ shipping_option_id }) => shipping_option_id ?? [])

const paymentProvidersOf = ({ payment_collections = [] }: Found) =>
  payment_collections
    .flatMap((collection) => collection?.payments ?? [])
    .filter(({ canceled_at }) => !canceled_at)
    .map(({ provider_id }) => provider_id)

/** Orders by customer, without drafts; totals as Medusa's order module works them out, in the currency's decimals. */
export const readOrders = async (app: ModuleApp, assortment: Assortment): Promise<Map<string, Order[]>> => {
  const { data } = await queryOf(app).graph({ entity: "order", fields: FIELDS, pagination: everything() })
  const decimals = await decimalsOf(app)
  const codes = await promotionCodes(app)
  const orders = new Map<string, Order[]>()
  for (const found of data as unknown as Found[]) {
    if (!found.customer_id || found.is_draft_order || found.status === "draft") continue
    const digits = decimals.get(found.currency_code)!
    const order: Order = {
      id: found.id,
      placedAt: new Date(found.created_at),
      currency: found.currency_code,
      status: found.status,
      isCancelled: found.status === "canceled" || Boolean(found.canceled_at),
      total: exact(found.total).rounded(digits),
      paid: Fraction.sum((found.transactions ?? []).map(({ amount }) => exact(amount))).rounded(digits),
      salesChannelId: found.sales_channel_id ?? null,
      regionId: found.region_id ?? null,
      country: found.shipping_address?.country_code ?? null,
      paymentProviders: paymentProvidersOf(found),
      shippingOptions: shippingOptionsOf(found),
      promotionCodes: (found.promotion_link ?? []).map(({ promotion_id }) => codes.get(promotion_id)!),
      lines: found.items.map((item) => lineOf(item, assortment, digits)),
    }
    orders.set(found.customer_id, [...(orders.get(found.customer_id) ?? []), order])
  }
  return orders
}
