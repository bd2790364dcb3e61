import { RouteFocusModal } from "@medusajs/dashboard/components"
import { lazy, Suspense } from "react"
import { useParams } from "react-router-dom"
import {
  BuilderWindowSkeleton,
  BuilderWindowTitle,
} from "../../../../components/criteria-builder/builder-window-skeleton"
import { SectionError } from "../../../../components/section-error"
import { useCustomerGroup } from "../../../../hooks/customer-groups"
import { useGroupCriteria } from "../../../../hooks/group-criteria"

/** Loaded when it is opened: nobody needs the builder for a list of groups. */
const CriteriaForm = lazy(() => import("./criteria-form"))

const CriteriaPage = () => {
  const { id } = useParams()
  const group = useCustomerGroup(id!)
  const criteria = useGroupCriteria(id!)
  const error = group.error ?? criteria.error

  return (
    <RouteFocusModal>
      {group.data && criteria.data ? (
        <Suspense fallback={<BuilderWindowSkeleton />}>
          <CriteriaForm group={group.data.customer_group} stored={criteria.data.criteria} />
        </Suspense>
      ) : error ? (
        <>
          <BuilderWindowTitle />
          <SectionError
            error={error}
            onRetry={() => void Promise.all([group.refetch(), criteria.refetch()])}
            className="h-full"
          />
        </>
      ) : (
        <BuilderWindowSkeleton />
      )}
    </RouteFocusModal>
  )
}

export default CriteriaPage
