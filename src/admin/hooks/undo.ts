import { useQueryClient } from "@tanstack/react-query"
import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminGroupOperation, AdminGroupOperationResponse, OperationStatus } from "../../types"
import { messageOf } from "../lib/errors"
import { sdk } from "../lib/sdk"
import { queryKeys } from "./query-keys"
import { useGroupChange } from "./use-group-change"
import { useUndoSentence } from "./use-undo-sentence"

/** Undoes an operation of a group, and says what became of it. */
export const useUndo = (groupId: string) => {
  const { t } = useTranslation("customerGroups")
  const sentenceOf = useUndoSentence()
  const queryClient = useQueryClient()
  const { mutateAsync, isPending } = useGroupChange(groupId, (operationId: string) =>
    sdk.client.fetch<AdminGroupOperationResponse>(`/admin/customer-groups/operations/${operationId}/undo`, {
      method: "POST",
    }),
  )
  const undo = async (operationId: string) => {
    try {
      const { operation } = await mutateAsync(operationId)
      if (operation.status === "running") toast.info(t("work.goesOn"))
      else toast.success(sentenceOf(operation))
      // Who was moved is back in another group too.
      if (operation.details?.undoes === "move" || operation.part_of_id)
        await queryClient.invalidateQueries({ queryKey: queryKeys.groupDetails })
    } catch (error) {
      toast.error(messageOf(error))
    }
  }
  return { undo, isPending }
}

/** The button of a message that takes back what it tells of. */
export const undoAction = (label: string, onUndo: () => Promise<unknown>) => ({
  label,
  altText: label,
  onClick: () => void onUndo(),
})

/**
 * A message at the corner of the page about something that was done, with a button that undoes it; none, if nothing was.
 * What takes long is still going on: the page shows how far it is.
 */
export const useUndoToast = (groupId: string) => {
  const { t } = useTranslation("customerGroups")
  const { undo } = useUndo(groupId)
  return (
    message: string,
    operation: (Pick<AdminGroupOperation, "id" | "part_of_id"> & { status?: OperationStatus }) | null,
  ) => {
    if (operation?.status === "running") {
      toast.info(t("work.goesOn"))
      return
    }
    const action = operation && undoAction(t("undo.action"), () => undo(operation.part_of_id ?? operation.id))
    toast.success(message, { ...(action && { action }) })
  }
}
