import { useDate } from "@medusajs/dashboard/hooks"
import { UserMini } from "@medusajs/icons"
import { Badge, Button, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminGroupDetails, AdminGroupExclusion } from "../../../../types"
import { Pagination, useTableState } from "../../../components/data-table"
import { EmptyState } from "../../../components/empty-state"
import { RowsSkeleton } from "../../../components/rows-skeleton"
import { SectionError } from "../../../components/section-error"
import { useExclusions, useLiftExclusion } from "../../../hooks/exclusions"
import { useUndoToast } from "../../../hooks/undo"
import { customerName } from "../../../lib/customer-name"
import { messageOf } from "../../../lib/errors"

const PAGE_SIZE = 20

/** Customers who stay out of the group although its criteria match, until when and why. */
export const ExcludedList = ({ group, canChange }: { group: AdminGroupDetails; canChange: boolean }) => {
  const { t } = useTranslation("customerGroups")
  const state = useTableState({ prefix: "x", filterIds: [], pageSize: PAGE_SIZE })
  const { data, error, refetch } = useExclusions(group.id, { limit: PAGE_SIZE, offset: state.offset })
  const { mutateAsync } = useLiftExclusion(group.id)
  const sayUndoable = useUndoToast(group.id)

  const lift = async (exclusion: AdminGroupExclusion) => {
    try {
      const { operation } = await mutateAsync(exclusion.customer_id)
      sayUndoable(
        t(operation.joined ? "exclusions.liftedAndBack" : "exclusions.lifted", { name: nameOf(exclusion) }),
        operation,
      )
    } catch (failure) {
      toast.error(messageOf(failure))
    }
  }

  if (!data && error) return <SectionError error={error} onRetry={refetch} />
  if (!data) return <RowsSkeleton rows={3} />
  if (!data.count)
    return <EmptyState icon={<UserMini />} title={t("exclusions.empty")} hint={t("exclusions.emptyHint")} />
  return (
    <>
      <ul className="divide-y">
        {data.exclusions.map((exclusion) => (
          <Exclusion
            key={exclusion.customer_id}
            exclusion={exclusion}
            onLift={canChange ? () => void lift(exclusion) : undefined}
          />
        ))}
      </ul>
      {data.count > PAGE_SIZE && (
        <Pagination
          offset={state.offset}
          limit={PAGE_SIZE}
          count={data.count}
          onPage={(pageIndex) => state.table.pagination.onPaginationChange({ pageIndex, pageSize: PAGE_SIZE })}
        />
      )}
    </>
  )
}

const nameOf = (exclusion: AdminGroupExclusion) => customerName(exclusion) || exclusion.email || exclusion.customer_id

const Exclusion = ({ exclusion, onLift }: { exclusion: AdminGroupExclusion; onLift?: () => void }) => {
  const { t } = useTranslation("customerGroups")
  const { getFullDate } = useDate()
  const { customer_id, reason, until, is_in_force, created_at } = exclusion
  const day = (date: string) => getFullDate({ date }).trim()

  return (
    <li className="flex items-center justify-between gap-x-3 px-6 py-3">
      <div className="flex min-w-0 flex-col">
        <span className="flex flex-wrap items-center gap-x-2">
          <Link
            to={`/customers/${customer_id}`}
            className="txt-compact-small-plus hover:text-ui-fg-interactive transition-fg break-words rounded-sm"
          >
            {nameOf(exclusion)}
          </Link>
          {!is_in_force && <Badge size="2xsmall">{t("exclusions.over")}</Badge>}
        </span>
        <Text as="span" size="small" className="text-ui-fg-subtle break-words">
          {[
            t("exclusions.since", { date: day(created_at) }),
            until ? t("exclusions.until", { date: day(until) }) : t("exclusions.forGood"),
            reason && `“${reason}”`,
          ]
            .filter(Boolean)
            .join(" · ")}
        </Text>
      </div>
      {onLift && (
        <Button type="button" size="small" variant="secondary" className="flex-shrink-0" onClick={onLift}>
          {t("exclusions.lift")}
        </Button>
      )}
    </li>
  )
}
