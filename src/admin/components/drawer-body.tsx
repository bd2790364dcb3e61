import { RouteDrawer } from "@medusajs/dashboard/components"
import { Skeleton } from "@medusajs/ui"
import { SectionError } from "./section-error"

interface Props {
  error: unknown
  onRetry: () => void
  /** Of what will stand there, in pixels. */
  skeletonHeight: number
}

/** A drawer's content while its data is on the way, or could not be had. */
export const DrawerBody = ({ error, onRetry, skeletonHeight }: Props) => (
  <RouteDrawer.Body className="flex-1 overflow-y-auto">
    {error ? (
      <SectionError error={error} onRetry={onRetry} className="h-full" />
    ) : (
      <Skeleton className="w-full rounded-lg" style={{ height: skeletonHeight }} />
    )}
  </RouteDrawer.Body>
)
