import { Button, Text } from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

const SHOWN = 5

interface ListProps<Item> {
  title: string
  items: Item[]
  children: (item: Item) => ReactNode
}

/** One kind of use: a title, the first few, the rest on demand. */
export const UsageList = <Item,>({ title, items, children }: ListProps<Item>) => {
  const { t } = useTranslation("customerGroups")
  const [showsAll, setShowsAll] = useState(false)
  const more = items.length - SHOWN

  return (
    <div className="px-6 py-4">
      <Text size="xsmall" leading="compact" weight="plus" className="text-ui-fg-subtle">
        {title}
      </Text>
      <ul className="mt-2 flex flex-col gap-y-3">{(showsAll ? items : items.slice(0, SHOWN)).map(children)}</ul>
      {more > 0 && !showsAll && (
        <Button
          type="button"
          size="small"
          variant="transparent"
          className="-mx-2 mt-2"
          onClick={() => setShowsAll(true)}
        >
          {t("usage.showAll", { count: more })}
        </Button>
      )}
    </div>
  )
}

interface ItemProps {
  to?: string
  name: string
  hint: string
  badge?: ReactNode
}

export const UsageItem = ({ to, name, hint, badge }: ItemProps) => (
  <li className="flex items-start justify-between gap-x-3">
    <div className="flex min-w-0 flex-col">
      <Text as="span" size="small" leading="compact" weight="plus" className="break-words">
        {to ? (
          <Link to={to} className="hover:text-ui-fg-interactive transition-fg rounded-sm">
            {name}
          </Link>
        ) : (
          name
        )}
      </Text>
      <Text as="span" size="small" className="text-ui-fg-subtle">
        {hint}
      </Text>
    </div>
    {badge && <span className="flex-shrink-0">{badge}</span>}
  </li>
)
