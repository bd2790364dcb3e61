import { RouteDrawer } from "@medusajs/dashboard/components"
import { Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { DrawerBody } from "../../../../components/drawer-body"
import { useCustomerGroup } from "../../../../hooks/customer-groups"
import { EditGroupForm } from "./edit-group-form"

const EditGroupPage = () => {
  const { t } = useTranslation("customerGroups")
  const { id } = useParams()
  const { data, error, refetch } = useCustomerGroup(id!)

  return (
    <RouteDrawer>
      <RouteDrawer.Header>
        <RouteDrawer.Title asChild>
          <Heading>{t("edit.title")}</Heading>
        </RouteDrawer.Title>
        <RouteDrawer.Description className="sr-only">{t("edit.hint")}</RouteDrawer.Description>
      </RouteDrawer.Header>
      {data ? (
        <EditGroupForm group={data.customer_group} />
      ) : (
        <DrawerBody error={error} onRetry={refetch} skeletonHeight={58} />
      )}
    </RouteDrawer>
  )
}

export default EditGroupPage
