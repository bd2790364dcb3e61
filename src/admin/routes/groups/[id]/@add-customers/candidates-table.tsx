import { Users } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import type { AdminGroupCandidate } from "../../../../../types"
import { DataTable, selectColumn, type RowSelection, type TableState } from "../../../../components/data-table"
import { EmptyState } from "../../../../components/empty-state"
import type { useCandidates } from "../../../../hooks/members"
import { customerName } from "../../../../lib/customer-name"
import { useCandidateColumns } from "./use-candidate-columns"
import { useCandidateFilters } from "./use-candidate-filters"

interface Props {
  groupName: string
  state: TableState
  candidates: ReturnType<typeof useCandidates>
  selection: RowSelection
}

/** All customers of the store; those in the group are checked, dimmed, and can't be chosen. */
export const CandidatesTable = ({ groupName, state, candidates, selection }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { data, error, refetch, isPlaceholderData } = candidates
  const filters = useCandidateFilters(state.filters)
  const columns = useCandidateColumns()
  const select = selectColumn<AdminGroupCandidate>({
    selectPage: t("table.selectPage"),
    selectRow: (customer) => t("table.selectRow", { name: customerName(customer) || customer.email || customer.id }),
    fixedText: (customer) => (customer.is_member ? t("addCustomers.already") : undefined),
  })

  const toggle = (customer: AdminGroupCandidate) => {
    if (customer.is_member) return
    const pageIds = data?.customers.filter(({ is_member }) => !is_member).map(({ id }) => id) ?? []
    const { [customer.id]: wasChosen, ...others } = selection.stateFor(pageIds)
    selection.change(wasChosen ? others : { ...others, [customer.id]: true }, pageIds)
  }

  return (
    <DataTable
      fill
      heading={t("addCustomers.title")}
      subHeading={t("addCustomers.hint", { name: groupName })}
      state={state}
      rows={data?.customers}
      count={data?.count}
      isPlaceholder={isPlaceholderData}
      error={error}
      onRetry={refetch}
      columns={[select, ...columns]}
      filters={filters}
      getRowId={(customer) => customer.id}
      onRowClick={toggle}
      selection={selection}
      canSelect={(customer) => !customer.is_member}
      autoFocusSearch
      empty={<EmptyState icon={<Users />} title={t("addCustomers.empty")} hint={t("addCustomers.emptyHint")} />}
    />
  )
}
