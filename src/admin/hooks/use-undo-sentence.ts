import { useTranslation } from "react-i18next"
import type { AdminGroupOperation, ChangedSince, UndoDetails } from "../../types"

/** What an undo has taken back, and what it has left because somebody has changed it since: for a message, and Activity. */
export const useUndoSentence = () => {
  const { t, i18n } = useTranslation("customerGroups")
  const listed = (names: string[]) => new Intl.ListFormat(i18n.language, { type: "conjunction" }).format(names)

  const nameOf = ({ actor_name, type }: ChangedSince) => {
    if (type === "evaluate") return t("undo.byEvaluation")
    return type === "outside" ? t("undo.byOutside") : (actor_name ?? t("undo.bySomebody"))
  }

  return ({ details }: AdminGroupOperation): string => {
    const { taken_back, changed_since, changed_by = [], kept_fields = [] } = (details ?? {}) as Partial<UndoDetails>
    const parts = [
      changed_since
        ? t("undo.inPart", {
            taken: taken_back,
            all: (taken_back ?? 0) + changed_since,
            count: changed_since,
            by: listed([...new Set(changed_by.map(nameOf))]),
          })
        : t("undo.done"),
      ...(kept_fields.length ? [t("undo.kept", { fields: listed(kept_fields) })] : []),
    ]
    return parts.join(" ")
  }
}
