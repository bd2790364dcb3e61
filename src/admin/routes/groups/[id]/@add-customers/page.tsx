import { RouteFocusModal } from "@medusajs/dashboard/components"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { useCustomerGroup } from "../../../../hooks/customer-groups"
import { AddCustomersForm } from "./add-customers-form"

const AddCustomersPage = () => {
  const { t } = useTranslation("customerGroups")
  const { id } = useParams()
  const { data } = useCustomerGroup(id!)
  const name = data?.customer_group.name ?? ""

  return (
    <RouteFocusModal>
      <RouteFocusModal.Title asChild>
        <span className="sr-only">{t("addCustomers.title")}</span>
      </RouteFocusModal.Title>
      <RouteFocusModal.Description asChild>
        <span className="sr-only">{t("addCustomers.hint", { name })}</span>
      </RouteFocusModal.Description>
      <AddCustomersForm groupId={id!} groupName={name} />
    </RouteFocusModal>
  )
}

export default AddCustomersPage
