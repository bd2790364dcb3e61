import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

interface Props {
  offset: number
  limit: number
  count: number
  onPage: (index: number) => void
}

/** "1 – 20 of 12,402" and the way to the other pages. Medusa's own writes numbers without separators. */
export const Pagination = ({ offset, limit, count, onPage }: Props) => {
  const { t } = useTranslation("customerGroups")
  const index = Math.floor(offset / limit)
  const pages = Math.max(1, Math.ceil(count / limit))

  return (
    <div className="text-ui-fg-subtle txt-compact-small-plus flex flex-shrink-0 flex-wrap items-center justify-between gap-2 px-3 py-4">
      <Text size="small" leading="compact" weight="plus" className="px-3 py-[5px]">
        {t("table.range", { from: count ? offset + 1 : 0, to: Math.min(offset + limit, count), count })}
      </Text>
      <div className="flex items-center gap-x-2">
        <Text size="small" leading="compact" weight="plus" className="px-3 py-[5px]">
          {t("table.page", { page: index + 1, pages })}
        </Text>
        <Button
          type="button"
          size="small"
          variant="transparent"
          disabled={index === 0}
          onClick={() => onPage(index - 1)}
        >
          {t("table.prev")}
        </Button>
        <Button
          type="button"
          size="small"
          variant="transparent"
          disabled={index + 1 >= pages}
          onClick={() => onPage(index + 1)}
        >
          {t("table.next")}
        </Button>
      </div>
    </div>
  )
}
