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

  const chosenOfAll =
    selection.count === count
      ? t("table.allChosen", { count })
      : t("table.someChosen", { chosen: selection.count, count })
  const text = selection.isAll ? chosenOfAll : t("table.pageChosen", { count: onPage })

  return (
    <div
      role="status"
      className="bg-ui-bg-subtle txt-small text-ui-fg-subtle flex flex-wrap items-center justify-center gap-x-2 border-t px-6 py-2"
    >
      {text}
      <button
        type="button"
        className="text-ui-fg-base txt-small-plus rounded-sm underline underline-offset-2"
        onClick={act.onClick}
      >
        {act.label}
      </button>
    </div>
  )
}
