import { clx, createDataTableColumnHelper, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminGroupCandidate } from "../../../../../types"
import { useCustomerColumns } from "../../../../components/customer-columns"
import { customerName } from "../../../../lib/customer-name"
import { Nothing } from "../../../../components/cells"

const helper = createDataTableColumnHelper<AdminGroupCandidate>()

export const candidateSortIds = ["name", "email", "has_account", "created_at"]

export const useCandidateColumns = () => {
  const { t } = useTranslation("customerGroups")
  const { sortable, email, account, created } = useCustomerColumns<AdminGroupCandidate>({ linked: false })

  const name = helper.accessor((customer) => customerName(customer), {
    ...sortable,
    id: "name",
    header: t("fields.name"),
    maxSize: 320,
    cell: ({ row: { original: customer } }) => (
      <span className={clx("flex items-center gap-x-2", customer.is_member && "text-ui-fg-subtle")}>
        <span className="truncate">{customerName(customer) || <Nothing />}</span>
        {customer.is_member && (
          <Text as="span" size="xsmall" className="text-ui-fg-subtle flex-shrink-0">
            {t("addCustomers.already")}
          </Text>
        )}
      </span>
    ),
  })

  return [name, email, account, created]
}
