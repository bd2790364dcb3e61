import {
  Adjustments,
  ArrowPath,
  ArrowRightMini,
  ArrowUpTray,
  ArrowUturnLeft,
  Bolt,
  PauseSolid,
  PencilSquare,
  PlaySolid,
  PlusMini,
  SquaresPlus,
  TriangleRightMini,
  Trash,
  Users,
  XCircle,
} from "@medusajs/icons"
import { Button, clx, IconButton, StatusBadge, Text } from "@medusajs/ui"
import { useId, useState, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { AdminGroupOperation, OperationType, UndoDetails } from "../../../../../types"
import { RelativeTime } from "../../../../components/cells"
import { usePermissions } from "../../../../hooks/permissions"
import { useUndo } from "../../../../hooks/undo"
import { useUndoSentence } from "../../../../hooks/use-undo-sentence"
import { Changes, ChangesRemark } from "./changes"
import { useOperationSentence } from "./use-operation-sentence"

const signs: Record<OperationType, ReactNode> = {
  create: <PlusMini />,
  update: <PencilSquare />,
  delete: <Trash />,
  change_members: <Users />,
  set_criteria: <Adjustments />,
  remove_criteria: <Adjustments />,
  pause: <PauseSolid />,
  resume: <PlaySolid />,
  evaluate: <ArrowPath />,
  exclude: <XCircle />,
  lift_exclusion: <PlusMini />,
  restore: <ArrowUturnLeft />,
  undo: <ArrowUturnLeft />,
  import: <ArrowUpTray />,
  combine: <SquaresPlus />,
  move: <ArrowRightMini />,
  outside: <Bolt />,
}

const colors = {
  failed: "red",
  discarded: "grey",
  cancelled: "grey",
  held: "orange",
  running: "blue",
  succeeded: "green",
} as const

/** One entry of the activity; opens to the customers it moved. */
export const Operation = ({ operation }: { operation: AdminGroupOperation }) => {
  const { t } = useTranslation("customerGroups")
  const can = usePermissions()
  const sentence = useOperationSentence()(operation)
  const [isOpen, setOpen] = useState(false)
  const changesId = useId()
  const { undo, isPending } = useUndo(operation.group_id)
  const remarks = useRemarks(operation)
  const canUndo = operation.can_undo && can("customer_group", "update")
  const canOpen = operation.joined + operation.left > 0 && can("customer", "read")

  return (
    <li>
      <div className="flex items-center gap-x-3 px-6 py-3">
        <span className="text-ui-fg-muted flex-shrink-0">{signs[operation.type]}</span>
        <Text as="span" size="small" leading="compact" className="min-w-0 flex-1 break-words">
          {sentence}
        </Text>
        {operation.status !== "succeeded" && (
          <StatusBadge color={colors[operation.status]}>{t(`activity.${operation.status}`)}</StatusBadge>
        )}
        {operation.undone_by_id && <StatusBadge color="grey">{t("undo.undone")}</StatusBadge>}
        {canUndo && (
          <Button
            type="button"
            size="small"
            variant="transparent"
            className="text-ui-fg-subtle -my-1 flex-shrink-0"
            aria-label={t("undo.actionFor", { what: sentence })}
            isLoading={isPending}
            onClick={() => void undo(operation.id)}
          >
            {t("undo.action")}
          </Button>
        )}
        <Text as="span" size="small" leading="compact" className="text-ui-fg-subtle flex-shrink-0">
          <RelativeTime date={operation.created_at} />
        </Text>
        {canOpen ? (
          <IconButton
            type="button"
            size="2xsmall"
            variant="transparent"
            aria-label={isOpen ? t("activity.hide") : t("activity.show")}
            aria-expanded={isOpen}
            aria-controls={changesId}
            onClick={() => setOpen(!isOpen)}
          >
            <TriangleRightMini className={clx("transition-transform", isOpen && "rotate-90")} />
          </IconButton>
        ) : (
          <span className="size-5 flex-shrink-0" />
        )}
      </div>
      {remarks.map((remark) => (
        <Text key={remark} size="small" className="text-ui-fg-subtle text-pretty break-words px-6 pb-3 pl-[52px]">
          {remark}
        </Text>
      ))}
      {operation.error && (
        <Text size="small" className="text-ui-fg-error break-words px-6 pb-3">
          {operation.error}
        </Text>
      )}
      <div id={changesId}>
        {isOpen &&
          (operation.is_kept ? <Changes operationId={operation.id} /> : <ChangesRemark text={t("activity.notKept")} />)}
      </div>
    </li>
  )
}

/** What else there is to say of an operation: what it was for, what an undo has left, why nobody had to decide. */
const useRemarks = (operation: AdminGroupOperation): string[] => {
  const { t } = useTranslation("customerGroups")
  const undoSentence = useUndoSentence()(operation)
  const { note, superseded_by, changed_since, kept_fields } = (operation.details ?? {}) as Partial<UndoDetails> & {
    note?: unknown
    superseded_by?: string
  }
  return [
    ...(typeof note === "string" ? [t("activity.note", { note })] : []),
    ...(operation.type === "undo" && (changed_since || kept_fields?.length) ? [undoSentence] : []),
    ...(superseded_by === undefined ? [] : [t("activity.superseded")]),
  ]
}
