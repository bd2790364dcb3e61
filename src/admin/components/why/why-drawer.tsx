import { Drawer, Heading, Text } from "@medusajs/ui"
import { useDate } from "@medusajs/dashboard/hooks"
import { useTranslation } from "react-i18next"
import type { AdminCustomerGroupMembership } from "../../../types"
import { useWhy } from "../../hooks/why"
import { RowsSkeleton } from "../rows-skeleton"
import { SectionError } from "../section-error"
import { WhyTree } from "./why-tree"

interface Props {
  /** Of whom, and in which group; closed without. */
  asked?: { customerId: string; customerName: string; groupId: string; groupName: string }
  onClose: () => void
}

/** Why a customer is in a group, or what is missing. */
export const WhyDrawer = ({ asked, onClose }: Props) => {
  const { t } = useTranslation("customerGroups")

  return (
    <Drawer open={asked !== undefined} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title asChild>
            <Heading className="break-words">{asked && t("why.title", { name: asked.customerName })}</Heading>
          </Drawer.Title>
          <Drawer.Description className="sr-only">
            {asked && t("why.hint", { name: asked.groupName })}
          </Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="overflow-y-auto p-0">
          {asked && <Why customerId={asked.customerId} groupId={asked.groupId} />}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}

const Why = ({ customerId, groupId }: { customerId: string; groupId: string }) => {
  const { t } = useTranslation("customerGroups")
  const { data: membership, error, refetch } = useWhy(customerId, groupId)
  if (error && !membership) return <SectionError error={error} onRetry={refetch} />
  if (membership === undefined) return <RowsSkeleton rows={4} />
  if (!membership) return null

  return (
    <div className="divide-y">
      <div className="px-6 py-4">
        <Standing membership={membership} />
      </div>
      <div className="px-6 py-4">
        <Explanation membership={membership} emptyText={t("why.manual")} />
      </div>
    </div>
  )
}

/** Whether the customer is in, since when and by whom, or who keeps them out. */
const Standing = ({ membership }: { membership: AdminCustomerGroupMembership }) => {
  const { t } = useTranslation("customerGroups")
  const { getFullDate } = useDate()
  const { is_member, source, joined_at, added_by, exclusion } = membership
  const day = (date: string) => getFullDate({ date }).trim()

  const standing = !is_member
    ? t("why.isOut", { name: membership.name })
    : source === "criteria"
      ? t("why.byCriteria", { date: joined_at ? day(joined_at) : "" })
      : added_by?.name
        ? t("why.byHandOf", { name: added_by.name, date: joined_at ? day(joined_at) : "" })
        : t("why.byHand", { date: joined_at ? day(joined_at) : "" })
  return (
    <div className="flex flex-col gap-y-1">
      <Text size="small" weight="plus" className="text-pretty break-words">
        {standing}
      </Text>
      {exclusion && (
        <Text size="small" className="text-ui-fg-error text-pretty break-words">
          {[
            exclusion.until ? t("why.excludedUntil", { date: day(exclusion.until) }) : t("why.excluded"),
            exclusion.excluded_by.name && t("why.excludedBy", { name: exclusion.excluded_by.name }),
            exclusion.reason && `“${exclusion.reason}”`,
          ]
            .filter(Boolean)
            .join(" · ")}
        </Text>
      )}
    </div>
  )
}

const Explanation = ({
  membership: { why },
  emptyText,
}: {
  membership: AdminCustomerGroupMembership
  emptyText: string
}) => {
  const { t } = useTranslation("customerGroups")
  if (!why) return <Plain text={emptyText} />
  switch (why.status) {
    case "explained":
      return (
        <div className="flex flex-col gap-y-3">
          <Text size="small" weight="plus">
            {why.matches ? t("why.matches") : t("why.matchesNot")}
          </Text>
          <WhyTree node={why.criteria} />
        </div>
      )
    case "statistics_building":
      return <Plain text={t("why.building")} />
    case "on_request":
      return <Plain text={t("why.onRequest")} />
    case "invalid":
      return <Plain text={why.message} />
  }
}

const Plain = ({ text }: { text: string }) => (
  <Text size="small" className="text-ui-fg-subtle text-pretty break-words">
    {text}
  </Text>
)
