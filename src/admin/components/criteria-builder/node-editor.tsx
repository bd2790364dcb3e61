import { Plus } from "@medusajs/icons"
import { Button, clx, Select, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { AddCondition } from "./attribute-picker"
import { ConditionRow } from "./condition-row"
import { useBuilder } from "./context"
import { DragHandle, DropGap } from "./drag"
import { ItemMenu } from "./item-menu"
import { Problem } from "./problem"
import { isNode, MOST_LEVELS, type NodeItem, type NodeKind } from "./tree"

const KINDS: NodeKind[] = ["all", "any", "none"]

/** Conditions taken together, and what combines them. */
export const NodeEditor = ({ node, level = 1, place = 1 }: { node: NodeItem; level?: number; place?: number }) => {
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
        <Select
          size="small"
          value={node.kind}
          onValueChange={(kind) => changeItem<NodeItem>(node.key, (one) => ({ ...one, kind: kind as NodeKind }))}
        >
          <Select.Trigger aria-label={t("builder.combine")} className="w-fit min-w-20">
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {KINDS.map((kind) => (
              <Select.Item key={kind} value={kind}>
                {t(`builder.kinds.${kind}`)}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
        <Text size="small" className="text-ui-fg-subtle">
          {t("builder.of")}
        </Text>
        {!isRoot && (
          <div className="ml-auto">
            <ItemMenu item={node} label={t("actions.menuOf", { name: label })} />
          </div>
        )}
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
        <AddCondition parentKey={node.key} count={node.items.length} />
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
