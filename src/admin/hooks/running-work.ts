import { toast } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import type { AdminGroupOperation, AdminGroupOperationResponse } from "../../types"
import { messageOf } from "../lib/errors"
import { sdk } from "../lib/sdk"
import { useOperations } from "./operations"
import { queryKeys } from "./query-keys"
import { useUndoToast } from "./undo"
import { useLeaveGone } from "./use-leave-gone"

const MOST_SHOWN = 5

/** Long work that goes on in a group, whoever has begun it. Tells how it ended, and shows the group anew then. */
export const useRunningWork = (
  groupId: string,
  sentenceOf: (operation: AdminGroupOperation) => string,
): AdminGroupOperation[] => {
  const { t } = useTranslation("customerGroups")
  const queryClient = useQueryClient()
  const leaveGone = useLeaveGone()
  const sayUndoable = useUndoToast(groupId)
  const { data } = useOperations(groupId, { status: "running", limit: MOST_SHOWN })
  const running = (data?.operations ?? []).filter(({ can_cancel }) => can_cancel)
  const watched = useRef(new Set<string>())

  const tell = async (id: string) => {
    const { operation } = await sdk.client.fetch<AdminGroupOperationResponse>(`/admin/customer-groups/operations/${id}`)
    const isGone = await leaveGone(operation)
    if (!isGone) {
      void queryClient.invalidateQueries({ queryKey: queryKeys.groups })
      void queryClient.invalidateQueries({ queryKey: queryKeys.customers })
    }
    if (operation.status === "succeeded") sayUndoable(sentenceOf(operation), operation)
    if (operation.status === "failed")
      toast.error(t(isGone ? "work.failedNew" : "work.failed"), { description: operation.error ?? undefined })
    if (operation.status === "cancelled") toast.info(t(isGone ? "work.cancelledNew" : "work.cancelled"))
  }

  const ids = running.map(({ id }) => id)
  // After each render: what was shown as running a moment ago and is no more has ended.
  useEffect(() => {
    if (!data) return
    const ended = [...watched.current].filter((id) => !ids.includes(id))
    watched.current = new Set(ids)
    for (const id of ended) tell(id).catch((error) => toast.error(messageOf(error)))
  })

  return running
}

/** Ends long work of a group while it runs; whoever watches it sees that then, and shows the group anew. */
export const useCancelWork = (groupId: string) => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (operationId: string) =>
      sdk.client.fetch<AdminGroupOperationResponse>(`/admin/customer-groups/operations/${operationId}/cancel`, {
        method: "POST",
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.allOperations(groupId) }),
  })
}
