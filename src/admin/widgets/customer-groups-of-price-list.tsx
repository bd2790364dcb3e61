import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { ConditionsSection } from "../components/group-conditions/conditions-section"
import { conditionsOfPriceList } from "../lib/group-condition"

interface PriceList {
  rules?: Record<string, unknown> | null
}

/** On a price list's page: the groups it is for, and how many customers they reach. */
const CustomerGroupsOfPriceList = ({ data: priceList }: { data: PriceList }) => (
  <ConditionsSection conditions={conditionsOfPriceList(priceList.rules)} />
)

export const config = defineWidgetConfig({ zone: "price_list.details.side" })

export default CustomerGroupsOfPriceList
