import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { CustomerGroupsSection } from "../components/customer-groups-section"

/** On a customer's page: the groups they are in. */
const CustomerGroupsOfCustomer = ({ data: customer }: { data: { id: string } }) => (
  <CustomerGroupsSection customerId={customer.id} />
)

export const config = defineWidgetConfig({ zone: "customer.details.side" })

export default CustomerGroupsOfCustomer
