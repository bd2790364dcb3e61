import { Plus } from "@medusajs/icons"
import { Button, clx, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { AddCondition } from "./attribute-picker"
import { ConditionRow } from "./condition-row"
import { useBuilder } from "./context"
import { ChoiceSelect } from "./controls/choice-select"
import { DragHandle, DropGap } from "./drag"
import { ItemMenu } from "./item-menu"
import { Problem } from "./problem"
import { isNode, MOST_LEVELS, type NodeItem, type NodeKind } from "./tree"

const KINDS: NodeKind[] = ["all", "any", "none"]

interface Props {
  node: NodeItem
  /** From 1 at the root. */
  level?: number
  /** Among its siblings, from 1. */
  place?: number
  /** At the end of the first line, in place of the menu. */
  actions?: ReactNode
}

/** Conditions taken together, and what combines them. */
export const NodeEditor = ({ node, level = 1, place = 1, actions }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { changeItem, addNode, problemOf } = useBuilder()
  const isRoot = level === 1
  const label = t("builder.groupOf", { number: place })
  const problem = problemOf(node.key)

  return (
    <div
      role="group"
      aria-label={isRoot ? t("builder.title") : label}
      className={clx(
        "flex flex-col",
        !isRoot && "bg-ui-bg-subtle shadow-elevation-card-rest rounded-lg p-3",
        node.isMuted && "opacity-50",
      )}
      data-key={node.key}
    >
      <div className="flex flex-wrap items-center gap-2">
        {!isRoot && <DragHandle itemKey={node.key} label={t("builder.drag", { name: label })} />}
        {isRoot && <Text size="small">{t("builder.whoMatch")}</Text>}
        <ChoiceSelect
          label={t("builder.combine")}
          value={node.kind}
          onChange={(kind) => changeItem<NodeItem>(node.key, (one) => ({ ...one, kind: kind as NodeKind }))}
          choices={KINDS.map((kind) => ({ value: kind, label: t(`builder.kinds.${kind}`) }))}
        />
        <Text size="small" className="text-ui-fg-subtle">
          {t("builder.of")}
        </Text>
        <div className="ml-auto flex gap-x-1">
          {actions ?? <ItemMenu item={node} label={t("actions.menuOf", { name: label })} />}
        </div>
      </div>
      <div className="mt-1 flex flex-col">
        {node.items.map((item, index) => (
          <div key={item.key}>
            <DropGap parentKey={node.key} index={index} />
            {isNode(item) ? (
              <NodeEditor node={item} level={level + 1} place={index + 1} />
            ) : (
              <ConditionRow item={item} parentKey={node.key} index={index} />
            )}
          </div>
        ))}
        <DropGap parentKey={node.key} index={node.items.length} />
      </div>
      {problem && <Problem text={problem} />}
      <div className="flex flex-wrap gap-1">
        <AddCondition parentKey={node.key} count={node.items.length} isFirst={isRoot && !node.items.length} />
        {level < MOST_LEVELS && (
          <Button type="button" size="small" variant="transparent" onClick={() => addNode(node.key)}>
            <Plus />
            {t("builder.group")}
          </Button>
        )}
      </div>
    </div>
  )
}
