import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { ConditionsSection } from "../components/group-conditions/conditions-section"
import { conditionsOfPromotion, type PromotionRules } from "../lib/group-condition"

/** On a promotion's page: the groups among its conditions, and how many customers they reach. */
const CustomerGroupsOfPromotion = ({ data: promotion }: { data: PromotionRules }) => (
  <ConditionsSection conditions={conditionsOfPromotion(promotion)} />
)

export const config = defineWidgetConfig({ zone: "promotion.details.side" })

export default CustomerGroupsOfPromotion
