import { RouteFocusModal } from "@medusajs/dashboard/components"
import { Skeleton } from "@medusajs/ui"
import { lazy, Suspense } from "react"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { SectionError } from "../../../../components/section-error"
import { useCustomerGroup } from "../../../../hooks/customer-groups"
import { useGroupCriteria } from "../../../../hooks/group-criteria"

/** Loaded when it is opened: nobody needs the builder for a list of groups. */
const CriteriaForm = lazy(() => import("./criteria-form"))

const CriteriaPage = () => {
  const { t } = useTranslation("customerGroups")
  const { id } = useParams()
  const group = useCustomerGroup(id!)
  const criteria = useGroupCriteria(id!)
  const error = group.error ?? criteria.error

  return (
    <RouteFocusModal>
      {/* Medusa's title drops its class. */}
      <RouteFocusModal.Title asChild>
        <span className="sr-only">{t("builder.editTitle")}</span>
      </RouteFocusModal.Title>
      <RouteFocusModal.Description className="sr-only">{t("builder.hint")}</RouteFocusModal.Description>
      {group.data && criteria.data ? (
        <Suspense fallback={<Loading />}>
          <CriteriaForm group={group.data.customer_group} stored={criteria.data.criteria} />
        </Suspense>
      ) : error ? (
        <SectionError
          error={error}
          onRetry={() => void Promise.all([group.refetch(), criteria.refetch()])}
          className="h-full"
        />
      ) : (
        <Loading />
      )}
    </RouteFocusModal>
  )
}

const Loading = () => (
  <div aria-hidden className="p-6">
    <Skeleton className="h-64 w-full rounded-lg" />
  </div>
)

export default CriteriaPage
