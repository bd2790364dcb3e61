import { Adjustments, Sparkles, Users } from "@medusajs/icons"
import { Heading, Skeleton, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { TemplateText } from "../../components/template-text"
import { useTemplates } from "../../hooks/criteria-catalogue"
import { useTemplateCounts } from "../../hooks/template-counts"
import type { FirstChoice, Way } from "./@create/ways"

const card =
  "shadow-elevation-card-rest bg-ui-bg-component hover:bg-ui-bg-component-hover focus-visible:shadow-borders-interactive-with-focus transition-fg flex flex-col rounded-lg outline-none"

/** What a shop without groups can begin with. */
export const FirstGroup = () => {
  const { t } = useTranslation("customerGroups")

  return (
    <div className="flex w-full max-w-[940px] flex-col gap-y-8 px-6 py-10">
      <div className="flex flex-col gap-y-1 text-center">
        <Heading level="h2">{t("list.empty")}</Heading>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("list.emptyHint")}
        </Text>
      </div>
      <div className="grid grid-cols-1 gap-3 md:grid-cols-3">
        <WayCard way="hand" icon={<Users />} />
        <WayCard way="criteria" icon={<Adjustments />} />
        <WayCard way="template" icon={<Sparkles />} />
      </div>
      <Templates />
    </div>
  )
}

const WayCard = ({ way, icon }: { way: Way; icon: ReactNode }) => {
  const { t } = useTranslation("customerGroups")
  return (
    <Link to="/groups/create" state={{ way } satisfies FirstChoice} className={`${card} gap-y-3 p-4`}>
      <span className="shadow-borders-base bg-ui-bg-base text-ui-fg-subtle flex size-8 items-center justify-center rounded-md">
        {icon}
      </span>
      <span className="flex flex-col gap-y-1">
        <Text as="span" size="small" leading="compact" weight="plus">
          {t(`firstGroup.${way}.title`)}
        </Text>
        <Text as="span" size="small" className="text-ui-fg-subtle text-pretty">
          {t(`firstGroup.${way}.hint`)}
        </Text>
      </span>
    </Link>
  )
}

/** Templates that need nothing filled in, with how many customers of this shop each would hold. */
const Templates = () => {
  const { t } = useTranslation("customerGroups")
  const { data, isError } = useTemplates()
  const templates = data?.templates.filter(({ to_fill }) => !to_fill.length) ?? []
  const counts = useTemplateCounts(templates)
  // The cards above lead on without them.
  if (isError) return null

  return (
    <section aria-labelledby="templates" className="flex flex-col gap-y-3">
      <div>
        <Text size="small" leading="compact" weight="plus" id="templates">
          {t("create.templates")}
        </Text>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("firstGroup.templatesHint")}
        </Text>
      </div>
      <div className="grid grid-cols-1 gap-3 md:grid-cols-2 lg:grid-cols-3">
        {data
          ? templates.map((template) => (
              <Link
                key={template.id}
                to="/groups/create"
                state={{ way: "template", template: template.id } satisfies FirstChoice}
                className={`${card} gap-y-1 p-3`}
              >
                <TemplateText template={template} count={counts.get(template.id)} />
              </Link>
            ))
          : Array.from({ length: 6 }, (_, index) => <Skeleton key={index} className="h-[66px] rounded-lg" />)}
      </div>
    </section>
  )
}
