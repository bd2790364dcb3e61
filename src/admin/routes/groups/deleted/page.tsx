import { LayoutComposer } from "@medusajs/dashboard/components"
import { useTranslation } from "react-i18next"
import { DeletedGroupsTable } from "./deleted-groups-table"

/** Deleted groups, to restore them. */
const DeletedGroupsPage = () => (
  <LayoutComposer
    widgetsZonePrefix="customer_group.deleted"
    preferredLayoutId="core:single-column"
    sections={{
      main: (
        <LayoutComposer.Entry id="DeletedCustomerGroupsTable">
          <DeletedGroupsTable />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

const Breadcrumb = () => {
  const { t } = useTranslation("customerGroups")
  return <>{t("deleted.title")}</>
}

export const handle = { breadcrumb: () => <Breadcrumb /> }

export default DeletedGroupsPage
