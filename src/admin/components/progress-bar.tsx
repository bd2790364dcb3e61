import { clx } from "@medusajs/ui"

interface Props {
  label: string
  /** 0–100; left out while that is not known. */
  percent?: number
}

/** How far something is. */
export const ProgressBar = ({ label, percent }: Props) => (
  <div
    role="progressbar"
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={100}
    aria-valuenow={percent}
    className="bg-ui-bg-component h-1 w-full overflow-hidden rounded-full"
  >
    <div
      className={clx(
        "bg-ui-fg-interactive h-full rounded-full transition-[width]",
        percent === undefined && "w-full animate-pulse opacity-40 motion-reduce:animate-none",
      )}
      style={percent === undefined ? undefined : { width: `${percent}%` }}
    />
  </div>
)
