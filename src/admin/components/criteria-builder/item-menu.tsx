import { ArrowDownMini, ArrowUpMini, EllipsisHorizontal, Eye, EyeSlash, SquareTwoStack, Trash } from "@medusajs/icons"
import { DropdownMenu, IconButton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useBuilder } from "./context"
import { duplicate, type Item, step } from "./tree"

/** What can be done to an item without a mouse too: moved, copied, left out for a look, deleted. */
export const ItemMenu = ({ item, label }: { item: Item; label: string }) => {
  const { t } = useTranslation("customerGroups")
  const { change, changeItem, remove } = useBuilder()

  const actions = [
    { icon: <ArrowUpMini />, text: t("builder.moveUp"), run: () => change((root) => step(root, item.key, -1)) },
    { icon: <ArrowDownMini />, text: t("builder.moveDown"), run: () => change((root) => step(root, item.key, 1)) },
    {
      icon: <SquareTwoStack />,
      text: t("actions.duplicate"),
      run: () => change((root) => duplicate(root, item.key).root),
    },
    {
      icon: item.isMuted ? <Eye /> : <EyeSlash />,
      text: item.isMuted ? t("builder.unmute") : t("builder.mute"),
      run: () => changeItem(item.key, (one) => ({ ...one, isMuted: !one.isMuted })),
    },
  ]

  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton type="button" size="2xsmall" variant="transparent" className="flex-shrink-0" aria-label={label}>
          <EllipsisHorizontal />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        {actions.map(({ icon, text, run }) => (
          <DropdownMenu.Item key={text} className="gap-x-2 [&_svg]:text-ui-fg-subtle" onClick={run}>
            {icon}
            {text}
          </DropdownMenu.Item>
        ))}
        <DropdownMenu.Separator />
        <DropdownMenu.Item className="gap-x-2 [&_svg]:text-ui-fg-subtle" onClick={() => remove(item.key)}>
          <Trash />
          {t("actions.delete")}
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
