import { clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { RowsSkeleton } from "../../../components/rows-skeleton"
import { SectionError } from "../../../components/section-error"
import { TemplateText } from "../../../components/template-text"
import { useTemplates } from "../../../hooks/criteria-catalogue"
import { useTemplateCounts } from "../../../hooks/template-counts"

interface Props {
  /** Id of the template. */
  chosen: string | undefined
  onChoose: (id: string) => void
}

/** Criteria to begin with, each with how many customers of this shop it would hold. */
export const TemplateList = ({ chosen, onChoose }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { data, error, refetch } = useTemplates()
  const counts = useTemplateCounts(data?.templates ?? [])

  if (error && !data) return <SectionError error={error} onRetry={refetch} />
  if (!data) return <RowsSkeleton rows={3} />

  return (
    <div role="radiogroup" aria-label={t("create.templates")} className="grid grid-cols-1 gap-2 md:grid-cols-2">
      {data.templates.map((template) => (
        <button
          key={template.id}
          type="button"
          role="radio"
          aria-checked={template.id === chosen}
          onClick={() => onChoose(template.id)}
          className={clx(
            "shadow-elevation-card-rest bg-ui-bg-base hover:bg-ui-bg-base-hover focus-visible:shadow-borders-interactive-with-focus flex flex-col items-start gap-y-1 rounded-lg p-3 text-left outline-none",
            template.id === chosen && "shadow-borders-interactive-with-shadow",
          )}
        >
          <TemplateText template={template} count={counts.get(template.id)} />
        </button>
      ))}
    </div>
  )
}
