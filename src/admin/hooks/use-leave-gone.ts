import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import { useNavigate } from "react-router-dom"
import type { AdminGroupOperation } from "../../types"
import { listGroups } from "./customer-groups"
import { queryKeys } from "./query-keys"

/** Milliseconds between looks, and how many: what was begun is taken back within a second. */
const INTERVAL = 300
const LOOKS = 20

/** Whether a group is not there any more, or goes away soon. */
const isGoneSoon = async (groupId: string): Promise<boolean> => {
  for (let look = 0; look < LOOKS; look++) {
    const { count } = await listGroups({ id: groupId, limit: 1 })
    if (!count) return true
    await new Promise((resolve) => setTimeout(resolve, INTERVAL))
  }
  return false
}

/**
 * Leaves the page of a group that was made by an operation of which nothing stands, for the list: the group goes away with
 * it. Answers whether it did; a group that a worker has filled on its own stays, empty.
 */
export const useLeaveGone = () => {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const isOpen = useRef(true)
  useEffect(() => {
    isOpen.current = true
    return () => void (isOpen.current = false)
  }, [])
  return async ({ group_id, status, details }: AdminGroupOperation): Promise<boolean> => {
    const mayBeGone = details?.is_new === true && (status === "cancelled" || status === "failed")
    if (!mayBeGone || !(await isGoneSoon(group_id))) return false
    if (isOpen.current) navigate("/groups", { replace: true })
    // Not the group itself: its page is still there and would show that it is gone.
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: queryKeys.groupLists }),
      queryClient.invalidateQueries({ queryKey: queryKeys.customers }),
    ])
    return true
  }
}
