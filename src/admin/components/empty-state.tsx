import { Button, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"

interface Props {
  icon: ReactNode
  title: string
  hint: string
  /** The one next thing to do. */
  action?: { label: string; to: string }
}

/** What stands where nothing is yet: what it is for, and the next thing to do. */
export const EmptyState = ({ icon, title, hint, action }: Props) => (
  <div className="flex flex-col items-center gap-y-3 px-6 py-6 text-center">
    <span className="text-ui-fg-subtle">{icon}</span>
    <div className="flex flex-col gap-y-1">
      <Text size="small" leading="compact" weight="plus">
        {title}
      </Text>
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {hint}
      </Text>
    </div>
    {action && (
      <Button asChild size="small" variant="secondary">
        <Link to={action.to}>{action.label}</Link>
      </Button>
    )}
  </div>
)
