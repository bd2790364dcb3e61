import { Skeleton } from "@medusajs/ui"

/** As high as the figures will be. */
export const InsightsSkeleton = () => (
  <div aria-hidden className="divide-y">
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Skeleton className="h-4 w-16 rounded" />
      <Skeleton className="h-7 w-2/3 rounded" />
      <Skeleton className="h-[200px] w-full rounded-md" />
    </div>
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Skeleton className="h-8 w-1/2 rounded" />
      <Skeleton className="h-12 w-2/3 rounded" />
    </div>
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Skeleton className="h-8 w-1/2 rounded" />
      {[0, 1, 2, 3, 4].map((row) => (
        <Skeleton key={row} className="h-[26px] w-full rounded" />
      ))}
    </div>
  </div>
)
