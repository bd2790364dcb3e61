import { Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

interface Props {
  title: string
  level?: "h1" | "h2"
  hint?: string
  /** What can be done in the section, at the right. */
  actions?: ReactNode
}

export const SectionHeader = ({ title, level = "h2", hint, actions }: Props) => (
  <div className="flex items-center justify-between gap-x-4 px-6 py-4">
    <div className="min-w-0">
      <Heading level={level}>{title}</Heading>
      {hint && (
        <Text size="small" className="text-ui-fg-subtle text-pretty break-words">
          {hint}
        </Text>
      )}
    </div>
    {actions && <div className="flex flex-shrink-0 items-center gap-x-2">{actions}</div>}
  </div>
)
