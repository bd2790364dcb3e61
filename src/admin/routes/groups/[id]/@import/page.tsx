import { RouteFocusModal } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { useCustomerGroup } from "../../../../hooks/customer-groups"
import { ImportForm } from "./import-form"

const ImportPage = () => {
  const { id } = useParams()
  const { data } = useCustomerGroup(id!)

  return (
    <RouteFocusModal>
      <ImportForm groupId={id!} groupName={data?.customer_group.name ?? ""} />
    </RouteFocusModal>
  )
}

export default ImportPage
