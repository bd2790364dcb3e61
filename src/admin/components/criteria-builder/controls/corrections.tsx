import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminCriteriaValueMatch } from "../../../../types"

interface Props {
  /** Of these, those that name nothing are pointed out. */
  matches: AdminCriteriaValueMatch[] | undefined
  /** Takes what may have been meant instead. */
  onTake: (entry: string, value: string) => void
}

/** Whoever pastes a list of another shop need not read all of it. */
const SHOWN = 3

/** What never occurs in this shop: mostly a typing mistake. */
export const Corrections = ({ matches = [], onTake }: Props) => {
  const { t } = useTranslation("customerGroups")
  const unknown = matches.filter(({ value }) => value === null)
  if (!unknown.length) return null

  return (
    <div role="status" className="flex flex-col gap-y-0.5 pt-1">
      {unknown.slice(0, SHOWN).map(({ entry, closest }) => (
        <div key={entry} className="flex flex-wrap items-center gap-x-2">
          <Text size="xsmall" className="text-ui-tag-orange-text break-words">
            {t("builder.neverOccurs", { value: entry })}
          </Text>
          {closest && (
            <Button
              type="button"
              size="small"
              variant="transparent"
              className="txt-compact-xsmall-plus text-ui-fg-interactive px-1 py-0"
              onClick={() => onTake(entry, closest.value)}
            >
              {t("builder.didYouMean", { value: closest.label })}
            </Button>
          )}
        </div>
      ))}
      {unknown.length > SHOWN && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("builder.moreNeverOccur", { count: unknown.length - SHOWN })}
        </Text>
      )}
    </div>
  )
}
