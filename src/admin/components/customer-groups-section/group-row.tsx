import { QuestionMarkCircle, XMarkMini } from "@medusajs/icons"
import { IconButton, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"

interface Action {
  label: string
  onClick: () => void
}

interface Props {
  group: { id: string; name: string }
  /** Of a group that the customer is in. */
  isMember?: boolean
  why?: Action
  remove?: Action
  /** What is said beneath the name. */
  children?: ReactNode
}

/** A group on a customer's page, with what can be asked and done about it. */
export const GroupRow = ({ group, isMember, why, remove, children }: Props) => (
  <li className="flex items-center gap-x-3 px-6 py-3">
    <div className="flex min-w-0 flex-1 flex-col">
      <Text as="span" size="small" leading="compact" weight={isMember ? "plus" : "regular"} className="break-words">
        <Link to={`/groups/${group.id}`} className="hover:text-ui-fg-interactive transition-fg rounded-sm">
          {group.name}
        </Link>
      </Text>
      {children && (
        <Text as="span" size="small" className="text-ui-fg-subtle break-words">
          {children}
        </Text>
      )}
    </div>
    {why && <RowAction {...why} icon={<QuestionMarkCircle />} />}
    {remove && <RowAction {...remove} icon={<XMarkMini />} />}
  </li>
)

const RowAction = ({ label, onClick, icon }: Action & { icon: ReactNode }) => (
  <IconButton type="button" size="small" variant="transparent" aria-label={label} onClick={onClick}>
    {icon}
  </IconButton>
)
