import { useTranslation } from "react-i18next"
import type { RowSelection } from "./use-row-selection"

interface Props {
  selection: RowSelection
  /** How many rows of this page are chosen. */
  onPage: number
  count: number
}

/** Offers all rows that match once those of a page are checked. */
export const ChooseAllBar = ({ selection, onPage, count }: Props) => {
  const { t } = useTranslation("customerGroups")
  const act = selection.isAll
    ? { label: t("table.clearChoice"), onClick: selection.clear }
    : { label: t("table.chooseAll", { count }), onClick: selection.chooseAll }

  return (
    <div
      role="status"
      className="bg-ui-bg-subtle txt-small text-ui-fg-subtle flex flex-wrap items-center justify-center gap-x-2 border-t px-6 py-2"
    >
      {selection.isAll ? t("table.allChosen", { count: selection.count }) : t("table.pageChosen", { count: onPage })}
      <button
        type="button"
        className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover txt-small-plus rounded-sm"
        onClick={act.onClick}
      >
        {act.label}
      </button>
    </div>
  )
}
