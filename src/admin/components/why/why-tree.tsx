import { CheckCircleSolid, XCircleSolid } from "@medusajs/icons"
import { clx, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminExplainedCondition, AdminExplainedNode } from "../../../types"
import { useFound } from "./use-found"

const isNode = (part: AdminExplainedNode | AdminExplainedCondition): part is AdminExplainedNode => "children" in part

/** Criteria held against one customer, with a tick or a cross on each condition and what was found. */
export const WhyTree = ({ node, isInner = false }: { node: AdminExplainedNode; isInner?: boolean }) => {
  const { t } = useTranslation("customerGroups")

  return (
    <div className={clx("flex flex-col gap-y-2", isInner && "border-l pl-3")}>
      <Text size="xsmall" weight="plus" className="text-ui-fg-subtle">
        {t(`why.kinds.${node.kind}`)}
      </Text>
      <ul className="flex flex-col gap-y-2">
        {node.children.map((child) => (
          <li key={child.path}>{isNode(child) ? <WhyTree node={child} isInner /> : <Condition condition={child} />}</li>
        ))}
      </ul>
    </div>
  )
}

const Condition = ({ condition }: { condition: AdminExplainedCondition }) => {
  const { t } = useTranslation("customerGroups")
  const { sentence, holds, is_wanted, is_hidden, missing } = condition
  const isRight = holds === is_wanted
  const found = useFound(condition)

  return (
    <div className="flex items-start gap-x-2">
      <span className="mt-0.5 flex-shrink-0" role="img" aria-label={isRight ? t("why.right") : t("why.wrong")}>
        {isRight ? (
          <CheckCircleSolid className="text-ui-tag-green-icon" />
        ) : (
          <XCircleSolid className="text-ui-tag-red-icon" />
        )}
      </span>
      <div className="min-w-0">
        <Text size="small" className="text-pretty break-words">
          {sentence}
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle break-words">
          {is_hidden ? t("why.hidden") : found}
          {missing && ` · ${t("why.missing", { missing: missing.sentence })}`}
        </Text>
      </div>
    </div>
  )
}
