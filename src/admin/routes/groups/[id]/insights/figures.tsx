import { LockClosedSolid } from "@medusajs/icons"
import { clx, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"

interface Props {
  title: string
  hint?: string
  action?: ReactNode
  children: ReactNode
}

/** Figures of one kind, under their title. */
export const Figures = ({ title, hint, action, children }: Props) => (
  <section aria-label={title} className="flex flex-col gap-y-3 px-6 py-4">
    <div className={clx("flex justify-between gap-x-2", hint ? "items-start" : "items-center")}>
      <div className="min-w-0">
        <Text as="p" size="xsmall" leading="compact" weight="plus" className="text-ui-fg-subtle">
          {title}
        </Text>
        {hint && (
          <Text size="xsmall" className="text-ui-fg-subtle mt-1 text-pretty">
            {hint}
          </Text>
        )}
      </div>
      {action && <div className="flex-shrink-0">{action}</div>}
    </div>
    {children}
  </section>
)

/** What stands where somebody may not see figures. */
export const HiddenFigures = () => {
  const { t } = useTranslation("customerGroups")
  return (
    <Text size="small" className="text-ui-fg-subtle flex items-center gap-x-2">
      <LockClosedSolid />
      {t("errors.forbidden")}
    </Text>
  )
}

/** What stands where there are no figures. */
export const NoFigures = ({ children }: { children: ReactNode }) => (
  <Text size="small" className="text-ui-fg-subtle text-pretty">
    {children}
  </Text>
)
