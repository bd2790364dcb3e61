import { History, Users } from "@medusajs/icons"
import { Button, Container, IconButton, Tabs, Tooltip } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminGroupDetails, AdminGroupMember, AdminGroupMemberListParams } from "../../../../types"
import { DataTable, selectColumn, useRowSelection, useTableState, type RowChoice } from "../../../components/data-table"
import { EmptyState } from "../../../components/empty-state"
import { WhyDrawer } from "../../../components/why/why-drawer"
import { useMembers } from "../../../hooks/members"
import { usePermissions } from "../../../hooks/permissions"
import { useAddressParam } from "../../../hooks/use-address-param"
import { useLinkOver } from "../../../hooks/use-link-over"
import { customerName } from "../../../lib/customer-name"
import { filterBody } from "../../../lib/filter-body"
import { ExcludedList } from "./excluded-list"
import { PastMembers } from "./past-members"
import { useAsOf } from "./use-as-of"
import { MoveMembersPrompt } from "./move-members-prompt"
import { RemoveMembersPrompt } from "./remove-members-prompt"
import { RunningWork } from "./running-work"
import { memberSortIds, useMemberColumns } from "./use-member-columns"
import { memberFilterIds, useMemberFilters } from "./use-member-filters"

interface ChosenMembers {
  choice: RowChoice
  count: number
}

/** Customers of the group; checked ones are removed by R or at the bottom centre. */
export const MembersSection = ({ group }: { group: AdminGroupDetails }) => {
  const { t } = useTranslation("customerGroups")
  const can = usePermissions()
  const linkOver = useLinkOver()
  const [removal, setRemoval] = useState<ChosenMembers>()
  const [move, setMove] = useState<ChosenMembers>()
  const [asked, setAsked] = useState<AdminGroupMember>()

  const [tab, setTab] = useAddressParam("tab")
  const asOf = useAsOf()
  const state = useTableState({ prefix: "m", filterIds: memberFilterIds, sortIds: memberSortIds })
  const { data, error, refetch, isPlaceholderData } = useMembers(group.id, state.query as AdminGroupMemberListParams)
  const selection = useRowSelection(state.matchKey, data?.count ?? 0)
  const filters = useMemberFilters({ hasSources: group.kind === "automatic" })

  const canChange = can("customer_group", "update")
  const columns = useMemberColumns({
    onWhy: group.kind === "automatic" ? setAsked : undefined,
    onRemove: canChange ? (customer) => setRemoval({ choice: { ids: [customer.id] }, count: 1 }) : undefined,
  })
  const select = selectColumn<NonNullable<typeof data>["members"][number]>({
    selectPage: t("table.selectPage"),
    selectRow: (member) => t("table.selectRow", { name: customerName(member) || member.email || member.id }),
  })
  const chosen = { choice: selection.choice, count: selection.count }
  const commands = [
    { label: t("actions.move"), shortcut: "m", action: () => setMove(chosen) },
    { label: t("actions.remove"), shortcut: "r", action: () => setRemoval(chosen) },
  ]

  const addPath = linkOver(`/groups/${group.id}/add-customers`)
  const add = canChange && (
    <Button asChild size="small" variant="secondary">
      <Link to={addPath}>{t("actions.add")}</Link>
    </Button>
  )

  const actions = (
    <>
      <Tooltip content={t("members.asOf")}>
        <IconButton type="button" size="small" variant="transparent" aria-label={t("members.asOf")} onClick={asOf.open}>
          <History />
        </IconButton>
      </Tooltip>
      {add}
    </>
  )

  const isAutomatic = group.kind === "automatic"
  const isExcludedShown = isAutomatic && tab === "excluded"

  const members = asOf.day ? (
    <PastMembers group={group} day={asOf.day} onDay={asOf.set} />
  ) : (
    <DataTable
      heading={t("members.title")}
      actions={actions}
      state={state}
      rows={data?.members}
      count={data?.count}
      isPlaceholder={isPlaceholderData}
      error={error}
      onRetry={refetch}
      columns={canChange ? [select, ...columns] : columns}
      filters={filters}
      getRowId={(member) => member.id}
      rowHref={(member) => `/customers/${member.id}`}
      selection={canChange ? selection : undefined}
      commands={canChange && !removal && !move ? commands : undefined}
      empty={
        <EmptyState
          icon={<Users />}
          title={t("members.empty")}
          hint={t("members.emptyHint")}
          action={canChange ? { label: t("members.emptyAction"), to: addPath } : undefined}
        />
      }
    />
  )

  return (
    <Container className="divide-y p-0">
      <RunningWork groupId={group.id} />
      {isAutomatic ? (
        <Tabs
          value={isExcludedShown ? "excluded" : "members"}
          onValueChange={(chosen) => setTab(chosen === "members" ? undefined : chosen)}
          className="divide-y"
        >
          <Tabs.List className="px-6 py-3" aria-label={t("members.title")}>
            <Tabs.Trigger value="members">{t("members.title")}</Tabs.Trigger>
            <Tabs.Trigger value="excluded">{t("exclusions.tab")}</Tabs.Trigger>
          </Tabs.List>
          <Tabs.Content value="members">{members}</Tabs.Content>
          <Tabs.Content value="excluded">
            <ExcludedList group={group} canChange={canChange} />
          </Tabs.Content>
        </Tabs>
      ) : (
        members
      )}
      <WhyDrawer
        asked={
          asked && {
            customerId: asked.id,
            customerName: customerName(asked) || asked.email || asked.id,
            groupId: group.id,
            groupName: group.name,
          }
        }
        onClose={() => setAsked(undefined)}
      />
      <RemoveMembersPrompt
        group={group}
        removal={removal && { ...removal, filter: filterBody(state) }}
        onClose={() => setRemoval(undefined)}
        onRemoved={selection.clear}
      />
      {move && (
        <MoveMembersPrompt
          group={group}
          move={{ ...move, filter: filterBody(state) }}
          onClose={() => setMove(undefined)}
          onMoved={selection.clear}
        />
      )}
    </Container>
  )
}
