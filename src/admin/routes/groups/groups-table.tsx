import { UserGroup } from "@medusajs/icons"
import { Button, Container } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminGroupOverview, AdminGroupOverviewListParams } from "../../../types"
import { DataTable, useTableState } from "../../components/data-table"
import { CombineGroupsWindow } from "../../components/combine-groups/combine-groups-window"
import { DeleteGroupPrompt } from "../../components/delete-group/delete-group-prompt"
import { DuplicateGroupPrompt } from "../../components/duplicate-group/duplicate-group-prompt"
import { EmptyState } from "../../components/empty-state"
import { useCustomerGroups } from "../../hooks/customer-groups"
import { useLinkOver } from "../../hooks/use-link-over"
import { usePermissions } from "../../hooks/permissions"
import { FirstGroup } from "./first-group"
import { groupFilterIds, useGroupFilters } from "./use-group-filters"
import { groupSortIds, useGroupColumns } from "./use-group-columns"

export const GroupsTable = () => {
  const { t, i18n } = useTranslation("customerGroups")
  const can = usePermissions()
  const linkOver = useLinkOver()
  const [toDuplicate, setToDuplicate] = useState<AdminGroupOverview>()
  const [toCombine, setToCombine] = useState<AdminGroupOverview>()
  const [toDelete, setToDelete] = useState<AdminGroupOverview>()

  const state = useTableState({ filterIds: groupFilterIds, sortIds: groupSortIds })
  const query = { ...(state.query as AdminGroupOverviewListParams), language: i18n.language }
  const { data, error, refetch, isPlaceholderData } = useCustomerGroups(query, { isWatching: true })
  const filters = useGroupFilters()
  const columns = useGroupColumns({
    onDuplicate: setToDuplicate,
    onCombine: setToCombine,
    onDelete: setToDelete,
  })

  const canCreate = can("customer_group", "create")
  const create = canCreate && (
    <Button asChild size="small" variant="secondary">
      <Link to={linkOver("create")}>{t("actions.create")}</Link>
    </Button>
  )

  return (
    <Container className="divide-y p-0">
      <DataTable
        heading={t("domain")}
        headingLevel="h1"
        subHeading={t("subtitle")}
        actions={
          <>
            <Button asChild size="small" variant="transparent" className="text-ui-fg-subtle">
              <Link to="/groups/deleted">{t("deleted.link")}</Link>
            </Button>
            {create}
          </>
        }
        state={state}
        rows={data?.customer_groups}
        count={data?.count}
        isPlaceholder={isPlaceholderData}
        error={error}
        onRetry={refetch}
        columns={columns}
        filters={filters}
        hasManyColumns
        getRowId={(group) => group.id}
        rowHref={(group) => `/groups/${group.id}`}
        empty={
          canCreate ? (
            <FirstGroup />
          ) : (
            <EmptyState icon={<UserGroup />} title={t("list.empty")} hint={t("list.emptyHint")} />
          )
        }
      />
      {toDuplicate && <DuplicateGroupPrompt group={toDuplicate} onClose={() => setToDuplicate(undefined)} />}
      {toCombine && <CombineGroupsWindow group={toCombine} onClose={() => setToCombine(undefined)} />}
      {toDelete && <DeleteGroupPrompt group={toDelete} open onClose={() => setToDelete(undefined)} />}
    </Container>
  )
}
