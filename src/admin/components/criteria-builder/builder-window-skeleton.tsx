import { RouteFocusModal } from "@medusajs/dashboard/components"
import { Skeleton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** What the window is, for who hears it, while nothing of it can be shown. */
export const BuilderWindowTitle = () => {
  const { t } = useTranslation("customerGroups")
  return (
    <>
      {/* Medusa's title drops its class. */}
      <RouteFocusModal.Title asChild>
        <span className="sr-only">{t("builder.editTitle")}</span>
      </RouteFocusModal.Title>
      <RouteFocusModal.Description className="sr-only">{t("builder.hint")}</RouteFocusModal.Description>
    </>
  )
}

/** In place of the window until it is there; a file of its own, for the builder comes with the window. */
export const BuilderWindowSkeleton = () => (
  <>
    <BuilderWindowTitle />
    <div aria-hidden className="p-6">
      <Skeleton className="h-64 w-full rounded-lg" />
    </div>
  </>
)
