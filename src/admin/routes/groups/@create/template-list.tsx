import { clx, Text } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminCriteriaTemplate, Criteria } from "../../../../types"
import { RowsSkeleton } from "../../../components/rows-skeleton"
import { SectionError } from "../../../components/section-error"
import { useTemplates } from "../../../hooks/criteria-catalogue"
import { usePreview } from "../../../hooks/criteria-preview"

interface Props {
  chosen: Criteria | undefined
  onChoose: (criteria: Criteria) => void
}

/** Criteria to begin with, each with how many customers of this shop it would hold. */
export const TemplateList = ({ chosen, onChoose }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { data, error, refetch } = useTemplates()
  // One after the other: a large shop counts for a second, and others have previews to make too.
  const [counted, setCounted] = useState(0)

  if (error && !data) return <SectionError error={error} onRetry={refetch} />
  if (!data) return <RowsSkeleton rows={3} />

  return (
    <div role="radiogroup" aria-label={t("create.templates")} className="grid grid-cols-1 gap-2 md:grid-cols-2">
      {data.templates.map((template, index) => (
        <Template
          key={template.id}
          template={template}
          isChosen={template.criteria === chosen}
          onChoose={() => onChoose(template.criteria)}
          isCounted={index <= counted}
          onCounted={() => setCounted((before) => Math.max(before, index + 1))}
        />
      ))}
    </div>
  )
}

interface TemplateProps {
  template: AdminCriteriaTemplate
  isChosen: boolean
  onChoose: () => void
  isCounted: boolean
  onCounted: () => void
}

const Template = ({ template, isChosen, onChoose, isCounted, onCounted }: TemplateProps) => {
  const { t } = useTranslation("customerGroups")
  const isWhole = template.to_fill.length === 0
  const { data, isFetched } = usePreview(isWhole ? { criteria: template.criteria, parts: ["total"] } : undefined, {
    enabled: isCounted,
  })
  const isDone = isCounted && (!isWhole || isFetched)
  useEffect(() => {
    if (isDone) onCounted()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- told once, when it is done
  }, [isDone])

  return (
    <button
      type="button"
      role="radio"
      aria-checked={isChosen}
      onClick={onChoose}
      className={clx(
        "shadow-elevation-card-rest bg-ui-bg-base hover:bg-ui-bg-base-hover focus-visible:shadow-borders-interactive-with-focus flex flex-col items-start gap-y-1 rounded-lg p-3 text-left outline-none",
        isChosen && "shadow-borders-interactive-with-shadow",
      )}
    >
      <span className="flex w-full items-baseline justify-between gap-x-2">
        <Text as="span" size="small" leading="compact" weight="plus">
          {template.label}
        </Text>
        {data?.status === "ready" && (
          <Text as="span" size="xsmall" className="text-ui-fg-subtle whitespace-nowrap tabular-nums">
            {t("builder.preview.matching", { count: data.matching ?? 0 })}
          </Text>
        )}
      </span>
      <Text as="span" size="xsmall" className="text-ui-fg-subtle text-pretty">
        {template.explanation}
      </Text>
    </button>
  )
}
