import { Skeleton } from "@medusajs/ui"

/** Rows of a section while they are on the way, as high as they will be. */
export const RowsSkeleton = ({ rows }: { rows: number }) => (
  <div aria-hidden className="flex flex-col divide-y">
    {Array.from({ length: rows }, (_, row) => (
      <div key={row} className="flex flex-col gap-y-2 px-6 py-4">
        <Skeleton className="h-4 w-2/3 rounded" />
        <Skeleton className="h-3 w-1/3 rounded" />
      </div>
    ))}
  </div>
)
