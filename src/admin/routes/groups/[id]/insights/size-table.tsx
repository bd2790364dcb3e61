import { Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminGroupDay } from "../../../../../types"
import { Count } from "../../../../components/cells"
import { bucketsOf } from "./buckets"
import { useDayFormat } from "./use-day-format"

/** The chart in numbers, the newest first. */
export const SizeTable = ({ days, label }: { days: AdminGroupDay[]; label: string }) => {
  const { t } = useTranslation("customerGroups")
  const { bucketDays } = useDayFormat()

  return (
    // Who has no mouse scrolls it by the arrow keys.
    <div role="region" aria-label={label} tabIndex={0} className="-mx-6 max-h-72 overflow-auto border-y">
      <Table className="[&_td]:px-2 [&_td:first-child]:pl-6 [&_th]:px-2 [&_th:first-child]:pl-6">
        <Table.Header className="border-t-0">
          <Table.Row>
            <Table.HeaderCell>{t("insights.day")}</Table.HeaderCell>
            {(["size", "joined", "left"] as const).map((column) => (
              <Table.HeaderCell key={column} className="text-right">
                {t(`insights.${column}`)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {bucketsOf(days)
            .reverse()
            .map((bucket) => (
              <Table.Row key={bucket.from}>
                <Table.Cell className="whitespace-nowrap">{bucketDays(bucket)}</Table.Cell>
                {(["size", "joined", "left"] as const).map((column) => (
                  <Table.Cell key={column} className="text-right">
                    <Count value={bucket[column]} />
                  </Table.Cell>
                ))}
              </Table.Row>
            ))}
        </Table.Body>
      </Table>
    </div>
  )
}
