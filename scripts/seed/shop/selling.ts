import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createRegionsWorkflow,
  createShippingOptionsWorkflow,
  createStockLocationsWorkflow,
  createTaxRegionsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"
import { countries } from "../data/countries"

/** In stores' own words; the orders are seeded with the same amounts. */
export const shippingPrices = { eur: 4.9, usd: 7.9 }

/** Regions with their taxes, a warehouse, shipping. Store, sales channel and key are those that Medusa makes at boot. */
export const createSelling = async (container: MedusaContainer) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  const fulfillment = container.resolve(Modules.FULFILLMENT)

  const { data: stores } = await query.graph({ entity: "store", fields: ["id", "default_sales_channel_id"] })
  const { data: profiles } = await query.graph({ entity: "shipping_profile", fields: ["id"] })
  const salesChannelId = stores[0].default_sales_channel_id!
  const shippingProfileId = profiles[0].id

  await updateStoresWorkflow(container).run({
    input: {
      selector: { id: stores[0].id },
      update: {
        name: "Fjell & Wander",
        supported_currencies: [
          { currency_code: "eur", is_default: true, is_tax_inclusive: true },
          { currency_code: "usd" },
        ],
      },
    },
  })

  const codes = (currency: string) =>
    countries.filter((country) => country.currency === currency).map(({ code }) => code)
  const providers = { payment_providers: ["pp_system_default"] }
  await createRegionsWorkflow(container).run({
    input: {
      regions: [
        { name: "Europe", currency_code: "eur", countries: codes("eur"), is_tax_inclusive: true, ...providers },
        { name: "United States", currency_code: "usd", countries: codes("usd"), is_tax_inclusive: false, ...providers },
      ],
    },
  })
  await createTaxRegionsWorkflow(container).run({
    input: countries.map(({ code, taxName, taxRate }) => ({
      country_code: code,
      provider_id: "tp_system",
      default_tax_rate: { name: taxName, code: `${code}-standard`, rate: taxRate },
    })),
  })

  const { result: locations } = await createStockLocationsWorkflow(container).run({
    input: {
      locations: [
        {
          name: "Warehouse Hamburg",
          address: { country_code: "de", address_1: "Speicherstraße 4", city: "Hamburg", postal_code: "20457" },
        },
      ],
    },
  })
  const locationId = locations[0].id
  await link.create({
    [Modules.STOCK_LOCATION]: { stock_location_id: locationId },
    [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" },
  })
  const set = await fulfillment.createFulfillmentSets({
    name: "Shipping from Hamburg",
    type: "shipping",
    service_zones: [
      {
        name: "Everywhere",
        geo_zones: countries.map(({ code }) => ({ country_code: code, type: "country" as const })),
      },
    ],
  })
  await link.create({
    [Modules.STOCK_LOCATION]: { stock_location_id: locationId },
    [Modules.FULFILLMENT]: { fulfillment_set_id: set.id },
  })
  await linkSalesChannelsToStockLocationWorkflow(container).run({ input: { id: locationId, add: [salesChannelId] } })

  const shippingOption = (name: string, code: string, prices: typeof shippingPrices, isReturn: boolean) => ({
    name,
    price_type: "flat" as const,
    provider_id: "manual_manual",
    service_zone_id: set.service_zones[0].id,
    shipping_profile_id: shippingProfileId,
    type: { label: name, description: "2–4 days", code },
    prices: Object.entries(prices).map(([currency_code, amount]) => ({ currency_code, amount })),
    rules: [
      { attribute: "enabled_in_store", value: "true", operator: "eq" as const },
      { attribute: "is_return", value: String(isReturn), operator: "eq" as const },
    ],
  })
  await createShippingOptionsWorkflow(container).run({
    input: [
      shippingOption("Standard", "standard", shippingPrices, false),
      shippingOption("Return", "return", { eur: 0, usd: 0 }, true),
    ],
  })
  return { salesChannelId, shippingProfileId }
}
