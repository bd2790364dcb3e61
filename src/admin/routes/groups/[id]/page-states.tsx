import { Container, Skeleton } from "@medusajs/ui"
import { SectionError } from "../../../components/section-error"

interface ErrorProps {
  error: unknown
  onRetry: () => void
}

export const PageError = ({ error, onRetry }: ErrorProps) => (
  <Container className="p-0">
    <SectionError error={error} onRetry={onRetry} className="min-h-[400px]" />
  </Container>
)

/** Boxes where the sections will stand. */
export const PageSkeleton = () => (
  <div aria-hidden className="flex w-full flex-col gap-x-4 gap-y-3 xl:flex-row">
    <div className="flex w-full flex-col gap-y-3">
      <Skeleton className="h-[248px] w-full rounded-lg" />
      <Skeleton className="h-[660px] w-full rounded-lg" />
      <Skeleton className="h-[220px] w-full rounded-lg" />
    </div>
    <div className="flex w-full flex-col gap-y-3 xl:max-w-[440px]">
      <Skeleton className="h-[220px] w-full rounded-lg" />
      <Skeleton className="h-[60px] w-full rounded-lg" />
      <Skeleton className="h-[60px] w-full rounded-lg" />
    </div>
  </div>
)
