import { clx, Text, Tooltip } from "@medusajs/ui"
import { useEffect, useId, useRef } from "react"
import { useTranslation } from "react-i18next"
import type { AdminCriteriaAttribute } from "../../../types"
import { useBuilder } from "./context"
import { ChoiceSelect } from "./controls/choice-select"
import { Parameters } from "./controls/parameters"
import { ValueControl } from "./controls/value-control"
import { DragHandle } from "./drag"
import { ItemMenu } from "./item-menu"
import { withOperator } from "./new-condition"
import { Problem } from "./problem"
import { type ConditionItem, type DraftCondition } from "./tree"

interface Props {
  item: ConditionItem
  parentKey: string
  index: number
}

/** One question about a customer, with how many it holds. */
export const ConditionRow = ({ item, parentKey, index }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { attributeOf, changeItem, problemOf, pick, focused, onFocused } = useBuilder()
  const { condition } = item
  const attribute = attributeOf(condition.attribute)
  const label = attribute?.label ?? condition.attribute
  const problem = problemOf(item.key) ?? (attribute ? undefined : t("builder.unknownAttribute"))
  const problemId = useId()
  const row = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (focused !== item.key) return
    const target = row.current?.querySelector<HTMLElement>("[data-value] :is(input, button):not([tabindex='-1'])")
    ;(target ?? row.current?.querySelector<HTMLElement>("button"))?.focus()
    row.current?.scrollIntoView({ block: "nearest" })
    onFocused()
  }, [focused, item.key, onFocused])

  const set = (next: DraftCondition) => {
    // Fields tell their value when they are drawn, too; that is no change to take back.
    if (JSON.stringify(next) === JSON.stringify(condition)) return
    changeItem<ConditionItem>(item.key, (one) => ({ ...one, condition: next }), item.key)
  }

  return (
    <div
      ref={row}
      role="group"
      aria-label={label}
      aria-describedby={problem ? problemId : undefined}
      data-key={item.key}
      className={clx(item.isMuted && "opacity-50")}
    >
      <div className="flex items-start gap-x-2">
        <div className="flex h-7 items-center">
          <DragHandle itemKey={item.key} label={t("builder.drag", { name: label })} />
        </div>
        <div className="flex min-w-0 flex-1 flex-wrap items-start gap-2">
          <Tooltip content={attribute?.explanation ?? ""} open={attribute?.explanation ? undefined : false}>
            <Text
              size="small"
              leading="compact"
              weight="plus"
              className={clx("flex min-h-7 items-center break-words", !attribute && "text-ui-fg-error")}
            >
              {label}
            </Text>
          </Tooltip>
          {attribute ? (
            <>
              <Parameters attribute={attribute} condition={condition} onChange={set} />
              <OperatorSelect attribute={attribute} condition={condition} onChange={set} />
              <div data-value className="contents">
                <ValueControl
                  attribute={attribute}
                  condition={condition}
                  onChange={set}
                  onEnter={() => pick({ parentKey, index: index + 1 })}
                  isInvalid={problem !== undefined}
                />
              </div>
            </>
          ) : (
            <code className="txt-small text-ui-fg-subtle flex min-h-7 items-center break-all">
              {JSON.stringify(condition)}
            </code>
          )}
        </div>
        <div className="flex h-7 flex-shrink-0 items-center gap-x-1">
          <ConditionCount item={item} />
          <ItemMenu item={item} label={t("actions.menuOf", { name: label })} />
        </div>
      </div>
      {problem && <Problem id={problemId} text={problem} />}
    </div>
  )
}

const OperatorSelect = ({
  attribute,
  condition,
  onChange,
}: {
  attribute: AdminCriteriaAttribute
  condition: DraftCondition
  onChange: (condition: DraftCondition) => void
}) => {
  const { t } = useTranslation("customerGroups")
  return (
    <ChoiceSelect
      label={t("builder.operator")}
      value={condition.operator}
      onChange={(operator) => onChange(withOperator(condition, attribute, operator))}
      choices={attribute.operators.map(({ id, label }) => ({ value: id, label }))}
    />
  )
}

/** How many customers the condition alone holds: what shows a mistake first. */
const ConditionCount = ({ item }: { item: ConditionItem }) => {
  const { t } = useTranslation("customerGroups")
  const { count, countedAt, customerCount, isOld } = useBuilder().countOf(item)
  if (count === undefined || item.isMuted) return null
  const share = customerCount ? count / customerCount : undefined

  return (
    <Tooltip
      content={t("builder.countHint", {
        share: share === undefined ? "" : t("builder.share", { share }),
        time: countedAt ? new Date(countedAt).toLocaleTimeString() : "",
      })}
    >
      <Text
        size="small"
        leading="compact"
        className={clx("text-ui-fg-subtle whitespace-nowrap tabular-nums", isOld && "opacity-50")}
        data-count={isOld ? "old" : "new"}
      >
        {t("builder.count", { count })}
      </Text>
    </Tooltip>
  )
}
