import type { MedusaContainer } from "@medusajs/framework/types"
import { PriceListStatus, PriceListType } from "@medusajs/framework/utils"
import {
  createCustomerGroupsWorkflow,
  createPriceListsWorkflow,
  createPromotionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { demoGroups } from "../data/groups"

/** The code with which a part of the orders was placed. */
export const orderPromotion = { code: "WELCOME10", percent: 10 }

type Variant = { id: string; eur: number }

const percentage = (code: string, value: number, groupIds: string[] = []) => ({
  code,
  type: "standard" as const,
  status: "active" as const,
  is_automatic: false,
  application_method: {
    type: "percentage" as const,
    target_type: "items" as const,
    allocation: "across" as const,
    value,
    currency_code: "eur",
  },
  rules: groupIds.length > 0 ? [{ attribute: "customer.groups.id", operator: "in" as const, values: groupIds }] : [],
})

/** The promotion that orders were placed with, in every shop that we make. */
export const createOrderPromotion = (container: MedusaContainer) =>
  createPromotionsWorkflow(container).run({
    input: { promotionsData: [percentage(orderPromotion.code, orderPromotion.percent)] },
  })

/** The demo's groups, and the price lists and promotions that use some of them. */
export const createGroupsAndOffers = async (container: MedusaContainer, variants: Variant[]) => {
  const { result: groups } = await createCustomerGroupsWorkflow(container).run({
    input: { customersData: demoGroups.map(({ name }) => ({ name })) },
  })
  const idOf = (name: string) => groups.find((group) => group.name === name)!.id

  const prices = (every: number, factor: number) =>
    variants
      .filter((_, position) => position % every === 0)
      .map(({ id, eur }) => ({ variant_id: id, currency_code: "eur", amount: Math.round(eur * factor * 100) / 100 }))
  const list = (title: string, description: string, groupNames: string[], listPrices: ReturnType<typeof prices>) => ({
    title,
    description,
    status: PriceListStatus.ACTIVE,
    type: PriceListType.SALE,
    rules: (groupNames.length > 0 ? { "customer.groups.id": groupNames.map(idOf) } : {}) as Record<string, string[]>,
    prices: listPrices,
  })
  await createPriceListsWorkflow(container).run({
    input: {
      price_lists_data: [
        list("Wholesale prices", "A quarter off for resellers.", ["Wholesale"], prices(1, 0.75)),
        list("VIP prices", "For our best customers, on selected products.", ["VIP", "Loyalty club"], prices(4, 0.85)),
        list("End of season", "For everybody.", [], prices(9, 0.7)),
      ],
    },
  })
  await createPromotionsWorkflow(container).run({
    input: {
      promotionsData: [
        percentage("TEAM30", 30, [idOf("Employees")]),
        percentage("FIRSTLOOK15", 15, [idOf("Early access"), idOf("Press & partners")]),
        percentage("SUMMER5", 5),
      ],
    },
  })
}
