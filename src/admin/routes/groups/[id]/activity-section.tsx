import { History } from "@medusajs/icons"
import { Container, Heading, Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { OperationType } from "../../../../types"
import { Pagination, useTableState } from "../../../components/data-table"
import { EmptyState } from "../../../components/empty-state"
import { RowsSkeleton } from "../../../components/rows-skeleton"
import { SectionError } from "../../../components/section-error"
import { useOperations } from "../../../hooks/operations"
import { Operation } from "./activity/operation"

const types = [
  "create",
  "update",
  "change_members",
  "set_criteria",
  "evaluate",
  "exclude",
  "undo",
  "import",
  "combine",
  "move",
  "outside",
] as const satisfies OperationType[]
const ALL = "all"
const PAGE_SIZE = 10

const isType = (value: unknown): value is (typeof types)[number] => types.some((type) => type === value)

/** What happened to the group, newest first; each entry opens to the customers it moved. */
export const ActivitySection = ({ groupId }: { groupId: string }) => {
  const { t } = useTranslation("customerGroups")
  const state = useTableState({ prefix: "a", filterIds: ["type"], pageSize: PAGE_SIZE })
  const type = isType(state.filters.type) ? state.filters.type : undefined
  const { data, error, refetch } = useOperations(groupId, { limit: PAGE_SIZE, offset: state.offset, type })

  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <Heading level="h2">{t("activity.title")}</Heading>
        <Select
          size="small"
          value={type ?? ALL}
          onValueChange={(value) => state.table.filtering.onFilteringChange(value === ALL ? {} : { type: value })}
        >
          <Select.Trigger aria-label={t("activity.filter")} className="w-fit min-w-40">
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            <Select.Item value={ALL}>{t("activity.filterAll")}</Select.Item>
            {types.map((value) => (
              <Select.Item key={value} value={value}>
                {t(`activity.types.${value}`)}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      </div>
      {!data && !error && <RowsSkeleton rows={3} />}
      {!data && error && <SectionError error={error} onRetry={refetch} />}
      {data?.operations.length === 0 && (
        <EmptyState icon={<History />} title={t("activity.empty")} hint={t("activity.emptyHint")} />
      )}
      {data && data.operations.length > 0 && (
        <ul className="divide-y">
          {data.operations.map((operation) => (
            <Operation key={operation.id} operation={operation} />
          ))}
        </ul>
      )}
      {data && data.count > PAGE_SIZE && (
        <Pagination
          offset={state.offset}
          limit={PAGE_SIZE}
          count={data.count}
          onPage={(pageIndex) => state.table.pagination.onPaginationChange({ pageIndex, pageSize: PAGE_SIZE })}
        />
      )}
    </Container>
  )
}
