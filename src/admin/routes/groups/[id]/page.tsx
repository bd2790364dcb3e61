import { JsonViewSection, LayoutComposer } from "@medusajs/dashboard/components"
import { useEffect } from "react"
import { useLocation, useParams, useSearchParams, type UIMatch } from "react-router-dom"
import { isPageError } from "../../../lib/errors"
import { useCustomerGroup } from "../../../hooks/customer-groups"
import { usePermissions } from "../../../hooks/permissions"
import { candidatesPrefix } from "./@add-customers/prefix"
import { ActivitySection } from "./activity-section"
import { CriteriaSection } from "./criteria-section"
import { GroupBreadcrumb } from "./group-breadcrumb"
import { GeneralSection } from "./general-section"
import { InsightsSection } from "./insights-section"
import { MembersSection } from "./members-section"
import { MetadataSection } from "./metadata-section"
import { PageError, PageSkeleton } from "./page-states"
import { UsageSection } from "./usage-section"

/** One customer group. Widgets that others wrote for Medusa's own page appear here too. */
const GroupPage = () => {
  const { id } = useParams()
  const can = usePermissions()
  const { data, error, refetch } = useCustomerGroup(id!)
  useForgetClosedWindow()

  if (error && isPageError(error)) throw error
  if (error && !data) return <PageError error={error} onRetry={refetch} />
  if (!data) return <PageSkeleton />

  const group = data.customer_group
  return (
    <LayoutComposer
      widgetsZonePrefix="customer_group.details"
      preferredLayoutId="core:two-column"
      data={group}
      sections={{
        main: (
          <>
            <LayoutComposer.Entry id="CustomerGroupGeneralSection">
              <GeneralSection group={group} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="CustomerGroupCriteriaSection">
              <CriteriaSection group={group} />
            </LayoutComposer.Entry>
            {can("customer", "read") && (
              <LayoutComposer.Entry id="CustomerGroupCustomerSection">
                <MembersSection group={group} />
              </LayoutComposer.Entry>
            )}
            <LayoutComposer.Entry id="CustomerGroupActivitySection">
              <ActivitySection groupId={group.id} />
            </LayoutComposer.Entry>
          </>
        ),
        side: (
          <>
            <LayoutComposer.Entry id="CustomerGroupUsageSection">
              <UsageSection groupId={group.id} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="CustomerGroupInsightsSection">
              <InsightsSection key={group.id} groupId={group.id} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="MetadataSection">
              <MetadataSection metadata={group.metadata} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="JsonViewSection">
              <JsonViewSection data={group} />
            </LayoutComposer.Entry>
          </>
        ),
      }}
    />
  )
}

/** The table of the *Add customers* window leaves its state in the address, which nobody needs after closing it. */
const useForgetClosedWindow = () => {
  const { pathname } = useLocation()
  const [params, setParams] = useSearchParams()
  const leftOver = [...params.keys()].filter((key) => key.startsWith(`${candidatesPrefix}_`))
  const isForgotten = leftOver.length > 0 && !pathname.endsWith("/add-customers")

  useEffect(() => {
    if (!isForgotten) return
    setParams((before) => new URLSearchParams([...before].filter(([key]) => !key.startsWith(`${candidatesPrefix}_`))), {
      replace: true,
      preventScrollReset: true,
    })
  }, [isForgotten, setParams])
}

export const handle = {
  breadcrumb: (match: UIMatch) => <GroupBreadcrumb id={match.params.id!} />,
}

export default GroupPage
