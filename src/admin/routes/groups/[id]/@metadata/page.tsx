import { RouteDrawer } from "@medusajs/dashboard/components"
import { Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { DrawerBody } from "../../../../components/drawer-body"
import { useCustomerGroup } from "../../../../hooks/customer-groups"
import { MetadataForm } from "./metadata-form"

const MetadataPage = () => {
  const { t } = useTranslation("customerGroups")
  const { id } = useParams()
  const { data, error, refetch } = useCustomerGroup(id!)

  return (
    <RouteDrawer>
      <RouteDrawer.Header>
        <RouteDrawer.Title asChild>
          <Heading>{t("metadata.editTitle")}</Heading>
        </RouteDrawer.Title>
        <RouteDrawer.Description className="sr-only">{t("metadata.editHint")}</RouteDrawer.Description>
      </RouteDrawer.Header>
      {data ? (
        <MetadataForm groupId={id!} metadata={data.customer_group.metadata} />
      ) : (
        <DrawerBody error={error} onRetry={refetch} skeletonHeight={148} />
      )}
    </RouteDrawer>
  )
}

export default MetadataPage
