import { MagnifyingGlass, Plus } from "@medusajs/icons"
import { Button, clx, Popover, Text } from "@medusajs/ui"
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminCriteriaAttribute } from "../../../types"
import { useBuilder } from "./context"

interface Props {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  onPick: (attribute: AdminCriteriaAttribute) => void
  /** What opens it. */
  children: ReactNode
}

const matches = ({ label, explanation, family_label }: AdminCriteriaAttribute, words: string[]) => {
  const text = `${label} ${family_label} ${explanation}`.toLowerCase()
  return words.every((word) => text.includes(word))
}

/** Those whose own name begins with what was typed come first within their family. */
const search = (attributes: AdminCriteriaAttribute[], typed: string): AdminCriteriaAttribute[] => {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return attributes.filter((attribute) => matches(attribute, words))
}

/** Everything a condition can test, in families, with a line of explanation each. */
export const AttributePicker = ({ isOpen, onOpenChange, onPick, children }: Props) => (
  <Popover open={isOpen} onOpenChange={onOpenChange} modal>
    <Popover.Anchor asChild>{children}</Popover.Anchor>
    <Popover.Content
      align="start"
      sideOffset={4}
      collisionPadding={16}
      className="w-[420px] max-w-[calc(100vw-2rem)] p-0"
      onCloseAutoFocus={(event) => event.preventDefault()}
    >
      {isOpen && <AttributeList onPick={onPick} />}
    </Popover.Content>
  </Popover>
)

const AttributeList = ({ onPick }: { onPick: (attribute: AdminCriteriaAttribute) => void }) => {
  const { t } = useTranslation("customerGroups")
  const { attributes } = useBuilder()
  const [typed, setTyped] = useState("")
  const [at, setAt] = useState(0)
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const found = search(attributes, typed)
  const active = found[Math.min(at, found.length - 1)]

  const go = (to: number) => {
    const index = (to + found.length) % Math.max(found.length, 1)
    setAt(index)
    list.current?.querySelectorAll("[role=option]")[index]?.scrollIntoView({ block: "nearest" })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, () => void> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      Enter: () => active && onPick(active),
    }
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    event.stopPropagation()
    step()
  }

  return (
    <>
      <div className="flex items-center gap-x-2 border-b px-3 py-1.5">
        <MagnifyingGlass className="text-ui-fg-muted" />
        <input
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={active && `${listId}-${active.id}`}
          aria-label={t("builder.searchAttributes")}
          placeholder={t("builder.searchAttributes")}
          className="txt-compact-small placeholder:text-ui-fg-muted h-8 flex-1 bg-transparent outline-none"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={t("builder.attributes")}
        className="max-h-[min(380px,50vh)] overflow-auto p-1"
      >
        {!found.length && (
          <Text size="small" className="text-ui-fg-muted px-2 py-4 text-center">
            {t("filters.nothingFound")}
          </Text>
        )}
        {found.map((attribute, index) => (
          <div key={attribute.id} role="presentation">
            {attribute.family !== found[index - 1]?.family && (
              <Text size="xsmall" weight="plus" className="text-ui-fg-subtle px-2 pb-1 pt-2">
                {attribute.family_label}
              </Text>
            )}
            <div
              id={`${listId}-${attribute.id}`}
              role="option"
              aria-selected={attribute === active}
              className={clx(
                "cursor-pointer rounded-md px-2 py-1.5",
                attribute === active && "bg-ui-bg-component-hover",
              )}
              onPointerMove={() => setAt(index)}
              onClick={() => onPick(attribute)}
            >
              <Text size="small" leading="compact" weight="plus">
                {attribute.label}
              </Text>
              {attribute.explanation && (
                <Text size="xsmall" className="text-ui-fg-subtle">
                  {attribute.explanation}
                </Text>
              )}
            </div>
          </div>
        ))}
      </div>
    </>
  )
}

interface AddConditionProps {
  parentKey: string
  /** Items of the node so far. */
  count: number
  /** There is nothing else to begin with. */
  isFirst: boolean
}

/** "+ Condition" of a node, with the list that it opens. */
export const AddCondition = ({ parentKey, count, isFirst }: AddConditionProps) => {
  const { t } = useTranslation("customerGroups")
  const { picking, pick, addCondition } = useBuilder()
  const isOpen = picking?.parentKey === parentKey

  return (
    <AttributePicker
      isOpen={isOpen}
      onOpenChange={(open) => pick(open ? { parentKey, index: count } : undefined)}
      onPick={(attribute) => addCondition(parentKey, picking?.index ?? count, attribute)}
    >
      <Button
        type="button"
        size="small"
        variant="transparent"
        autoFocus={isFirst}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        onClick={() => pick({ parentKey, index: count })}
      >
        <Plus />
        {t("builder.condition")}
      </Button>
    </AttributePicker>
  )
}
