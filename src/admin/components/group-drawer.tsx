import { RouteDrawer } from "@medusajs/dashboard/components"
import { Heading, Skeleton } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useParams } from "react-router-dom"
import type { AdminGroupDetails } from "../../types"
import { useCustomerGroup } from "../hooks/customer-groups"
import { SectionError } from "./section-error"

interface Props {
  title: string
  /** What a screen reader says of the drawer. */
  hint: string
  /** Of what will stand there, in pixels. */
  skeletonHeight: number
  children: (group: AdminGroupDetails) => ReactNode
}

/** A drawer over a group's page, for the group in the address; its content is drawn once the group is there. */
export const GroupDrawer = ({ title, hint, skeletonHeight, children }: Props) => {
  const { id } = useParams()
  const { data, error, refetch } = useCustomerGroup(id!)

  return (
    <RouteDrawer>
      <RouteDrawer.Header>
        <RouteDrawer.Title asChild>
          <Heading>{title}</Heading>
        </RouteDrawer.Title>
        <RouteDrawer.Description className="sr-only">{hint}</RouteDrawer.Description>
      </RouteDrawer.Header>
      {data ? (
        children(data.customer_group)
      ) : (
        <RouteDrawer.Body className="flex-1 overflow-y-auto">
          {error ? (
            <SectionError error={error} onRetry={refetch} className="h-full" />
          ) : (
            <Skeleton className="w-full rounded-lg" style={{ height: skeletonHeight }} />
          )}
        </RouteDrawer.Body>
      )}
    </RouteDrawer>
  )
}
