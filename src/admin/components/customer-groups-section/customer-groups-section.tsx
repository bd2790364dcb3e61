import { useDate } from "@medusajs/dashboard/hooks"
import { Button, Container, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminCustomerGroupMembership } from "../../../types"
import { useChangeCustomerGroups, useCustomerMemberships } from "../../hooks/members"
import { usePermissions } from "../../hooks/permissions"
import { messageOf } from "../../lib/errors"
import { ConfirmPrompt } from "../confirm-prompt"
import { MorePages } from "../data-table"
import { RowsSkeleton } from "../rows-skeleton"
import { SectionError } from "../section-error"
import { SectionHeader } from "../section-header"
import { WhyDrawer } from "../why/why-drawer"
import { AddToGroupsDrawer } from "./add-to-groups-drawer"
import { GroupRow } from "./group-row"
import { HistoryDrawer } from "./history-drawer"
import { NotInList } from "./not-in-list"

const PAGE_SIZE = 10

/** The groups of a customer, each with since when; adds to groups and removes. */
export const CustomerGroupsSection = ({ customerId }: { customerId: string }) => {
  const { t } = useTranslation("customerGroups")
  const can = usePermissions()
  const [offset, setOffset] = useState(0)
  const [leaving, setLeaving] = useState<AdminCustomerGroupMembership>()
  const [asked, setAsked] = useState<AdminCustomerGroupMembership>()
  const [isOutsideShown, setOutsideShown] = useState(false)
  const { data, error, refetch } = useCustomerMemberships(customerId, { limit: PAGE_SIZE, offset })
  const { mutateAsync } = useChangeCustomerGroups(customerId)
  const canChange = can("customer", "update") && can("customer_group", "update")

  if (!can("customer_group", "read")) return null

  const remove = async ({ id, name }: AdminCustomerGroupMembership) => {
    try {
      await mutateAsync({ remove: [id] })
      toast.success(t("customer.removed", { name }))
      setOffset(0)
    } catch (failure) {
      toast.error(messageOf(failure))
    }
  }

  return (
    <Container className="divide-y p-0">
      <SectionHeader
        title={t("customer.title")}
        actions={
          <>
            <HistoryDrawer customerId={customerId} />
            {canChange && <AddToGroupsDrawer customerId={customerId} />}
          </>
        }
      />
      {!data && !error && <RowsSkeleton rows={2} />}
      {!data && error && <SectionError error={error} onRetry={refetch} />}
      {data?.count === 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("customer.empty")}
        </Text>
      )}
      {data && data.count > 0 && (
        <ul className="divide-y">
          {data.group_memberships.map((membership) => (
            <Membership
              key={membership.id}
              membership={membership}
              onWhy={membership.kind === "automatic" ? () => setAsked(membership) : undefined}
              onRemove={canChange ? () => setLeaving(membership) : undefined}
            />
          ))}
        </ul>
      )}
      {data && <MorePages offset={offset} limit={PAGE_SIZE} count={data.count} onOffset={setOffset} />}
      {data && (
        <div className="px-4 py-2">
          <Button
            type="button"
            size="small"
            variant="transparent"
            className="text-ui-fg-subtle"
            aria-expanded={isOutsideShown}
            onClick={() => setOutsideShown(!isOutsideShown)}
          >
            {isOutsideShown ? t("customer.hideOutside") : t("customer.showOutside")}
          </Button>
        </div>
      )}
      {isOutsideShown && <NotInList customerId={customerId} onWhy={setAsked} />}
      <WhyDrawer
        asked={asked && { customerId, customerName: t("why.thisCustomer"), groupId: asked.id, groupName: asked.name }}
        onClose={() => setAsked(undefined)}
      />
      <ConfirmPrompt
        open={leaving !== undefined}
        title={t("customer.removeTitle", { name: leaving?.name })}
        confirmText={t("actions.continue")}
        onConfirm={() => leaving && remove(leaving)}
        onClose={() => setLeaving(undefined)}
      >
        <span>{t("customer.removeHint")}</span>
        {leaving?.kind === "automatic" && <span>{t("members.staysOut", { count: 1 })}</span>}
      </ConfirmPrompt>
    </Container>
  )
}

interface MembershipProps {
  membership: AdminCustomerGroupMembership
  onRemove?: () => void
  /** Not given for a group whose members are picked by hand. */
  onWhy?: () => void
}

const Membership = ({ membership, onRemove, onWhy }: MembershipProps) => {
  const { t } = useTranslation("customerGroups")
  const { getFullDate } = useDate()

  return (
    <GroupRow
      group={membership}
      isMember
      why={onWhy && { label: t("why.actionFor", { name: membership.name }), onClick: onWhy }}
      remove={onRemove && { label: t("customer.removeFrom", { name: membership.name }), onClick: onRemove }}
    >
      {membership.joined_at && (
        <>
          {t("customer.since", { date: getFullDate({ date: membership.joined_at }).trim() })}
          {membership.kind === "automatic" && membership.source && ` · ${t(`source.${membership.source}`)}`}
        </>
      )}
    </GroupRow>
  )
}
