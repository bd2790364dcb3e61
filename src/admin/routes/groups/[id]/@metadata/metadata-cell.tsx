import { clx, Tooltip } from "@medusajs/ui"
import { forwardRef, type ComponentPropsWithoutRef } from "react"
import { useTranslation } from "react-i18next"

interface Props extends ComponentPropsWithoutRef<"input"> {
  hasProblem: boolean
}

export const MetadataCell = forwardRef<HTMLInputElement, Props>(({ hasProblem, readOnly, ...props }, ref) => {
  const { t } = useTranslation("customerGroups")
  const input = (
    <input
      ref={ref}
      {...props}
      readOnly={readOnly}
      autoComplete="off"
      aria-invalid={hasProblem}
      className={clx(
        "txt-compact-small placeholder:text-ui-fg-muted focus-visible:shadow-borders-interactive-with-active w-full rounded-sm bg-transparent px-2 py-1.5 outline-none",
        readOnly ? "text-ui-fg-muted cursor-not-allowed" : "text-ui-fg-base",
        hasProblem && "text-ui-fg-error shadow-borders-error",
      )}
    />
  )

  return (
    <div role="cell" className="min-w-0">
      {readOnly ? <Tooltip content={t("metadata.fixed")}>{input}</Tooltip> : input}
    </div>
  )
})
MetadataCell.displayName = "MetadataCell"
