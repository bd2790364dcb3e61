import { ArrowPath, ExclamationCircle, LockClosedSolid } from "@medusajs/icons"
import { Button, clx, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { isForbidden, messageOf } from "../lib/errors"

interface Props {
  error: unknown
  onRetry: () => void
  className?: string
}

/** What stands in a section whose data could not be had: why, and the way to try again. */
export const SectionError = ({ error, onRetry, className }: Props) => {
  const { t } = useTranslation("customerGroups")
  const forbidden = isForbidden(error)

  return (
    <div
      role="alert"
      className={clx("flex flex-col items-center justify-center gap-y-3 px-6 py-8 text-center", className)}
    >
      {forbidden ? (
        <LockClosedSolid className="text-ui-fg-subtle" />
      ) : (
        <ExclamationCircle className="text-ui-fg-subtle" />
      )}
      <div className="flex flex-col gap-y-1">
        <Text size="small" leading="compact" weight="plus">
          {forbidden ? t("errors.forbidden") : t("errors.title")}
        </Text>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {forbidden ? t("errors.forbiddenHint") : messageOf(error)}
        </Text>
      </div>
      {!forbidden && (
        <Button type="button" size="small" variant="secondary" onClick={onRetry}>
          <ArrowPath />
          {t("actions.retry")}
        </Button>
      )}
    </div>
  )
}
