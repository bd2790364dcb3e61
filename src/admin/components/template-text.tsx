import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminCriteriaTemplate } from "../../types"

interface Props {
  template: Pick<AdminCriteriaTemplate, "label" | "explanation">
  /** How many customers of this shop it would hold, once that is known. */
  count: number | undefined
}

/** What a template is, and how many customers it would hold. */
export const TemplateText = ({ template: { label, explanation }, count }: Props) => {
  const { t } = useTranslation("customerGroups")
  return (
    <>
      <span className="flex w-full items-baseline justify-between gap-x-2">
        <Text as="span" size="small" leading="compact" weight="plus">
          {label}
        </Text>
        {count !== undefined && (
          <Text as="span" size="xsmall" className="text-ui-fg-subtle whitespace-nowrap tabular-nums">
            {t("builder.preview.matching", { count })}
          </Text>
        )}
      </span>
      <Text as="span" size="xsmall" className="text-ui-fg-subtle text-pretty">
        {explanation}
      </Text>
    </>
  )
}
