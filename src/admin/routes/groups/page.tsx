import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"
import { GroupsBreadcrumb } from "./breadcrumb"
import { GroupsTable } from "./groups-table"

/** All customer groups. Widgets that others wrote for Medusa's own list appear here too. */
const GroupsPage = () => (
  <LayoutComposer
    widgetsZonePrefix="customer_group.list"
    preferredLayoutId="core:single-column"
    sections={{
      main: (
        <LayoutComposer.Entry id="CustomerGroupListTable">
          <GroupsTable />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const config = defineRouteConfig({
  label: "domain",
  translationNs: "customerGroups",
  nested: "/customers",
})

export const handle = {
  breadcrumb: () => <GroupsBreadcrumb />,
}

export default GroupsPage
