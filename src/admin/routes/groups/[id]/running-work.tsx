import { Button, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminGroupOperation } from "../../../../types"
import { ProgressBar } from "../../../components/progress-bar"
import { usePermissions } from "../../../hooks/permissions"
import { useCancelWork, useRunningWork } from "../../../hooks/running-work"
import { messageOf } from "../../../lib/errors"
import { useOperationSentence } from "./activity/use-operation-sentence"

/** What goes on in the group right now: how far it is, and a button that ends it. Nothing, most of the time. */
export const RunningWork = ({ groupId }: { groupId: string }) => {
  const running = useRunningWork(groupId, useOperationSentence())
  return running.map((operation) => <Work key={operation.id} operation={operation} />)
}

const Work = ({ operation }: { operation: AdminGroupOperation }) => {
  const { t } = useTranslation("customerGroups")
  const can = usePermissions()
  const { mutateAsync, isPending } = useCancelWork(operation.group_id)
  const { done, total } = operation.progress ?? { done: 0, total: 0 }
  const percent = total ? Math.floor((done / total) * 100) : undefined
  const label = t(`work.types.${operation.type}`, { defaultValue: t("work.types.change_members") })

  const cancel = async () => {
    try {
      await mutateAsync(operation.id)
    } catch (error) {
      toast.error(messageOf(error))
    }
  }

  return (
    <div className="flex items-center gap-x-4 px-6 py-3" data-running-work>
      <div className="flex min-w-0 flex-1 flex-col gap-y-2">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <Text size="small" leading="compact" weight="plus" role="status">
            {label}
          </Text>
          <Text size="small" leading="compact" className="text-ui-fg-subtle flex-shrink-0 tabular-nums">
            {total ? t("work.progress", { done, total, percent }) : t("work.waiting")}
          </Text>
        </div>
        <ProgressBar label={label} percent={percent} />
      </div>
      {can("customer_group", "update") && (
        <Button
          type="button"
          size="small"
          variant="secondary"
          isLoading={isPending}
          onClick={() => void cancel()}
          className="flex-shrink-0"
        >
          {t("actions.cancel")}
        </Button>
      )}
    </div>
  )
}
