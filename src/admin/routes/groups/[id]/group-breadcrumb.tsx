import { useCustomerGroup } from "../../../hooks/customer-groups"

export const GroupBreadcrumb = ({ id }: { id: string }) => {
  const { data } = useCustomerGroup(id)
  return data ? <span>{data.customer_group.name}</span> : null
}
