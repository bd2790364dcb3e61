import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type {
  AdminCombineGroupsBody,
  AdminCombineGroupsResponse,
  AdminCountCombinedBody,
  AdminCountCombinedResponse,
  AdminMoveMembersBody,
  AdminMoveMembersResponse,
} from "../../types"
import { sdk } from "../lib/sdk"
import { queryKeys } from "./query-keys"
import { useDebounced } from "./use-debounced"
import { useChangeOfGroups } from "./use-group-change"

const combinePath = "/admin/customer-groups/combine"

/** Milliseconds without another click before it is counted. */
const PATIENCE = 300

/** How many customers a combination of groups holds; the number before stays until the new one is there. */
export const useCombinedCount = (given: Pick<AdminCountCombinedBody, "how" | "group_ids">) => {
  const key = useDebounced(JSON.stringify(given), PATIENCE)
  const body: AdminCountCombinedBody = { ...(JSON.parse(key) as typeof given), dry_run: true }
  const { data, isPlaceholderData } = useQuery({
    queryKey: queryKeys.combined(body),
    queryFn: ({ signal }) =>
      sdk.client.fetch<AdminCountCombinedResponse>(combinePath, { method: "POST", body, signal }),
    placeholderData: keepPreviousData,
    enabled: body.group_ids.length > 1,
  })
  const isOld = isPlaceholderData || key !== JSON.stringify(given)
  return { count: given.group_ids.length > 1 ? data?.count : undefined, isOld }
}

/** Takes groups together into a new one, or into one that is there. */
export const useCombineGroups = () =>
  useChangeOfGroups((body: AdminCombineGroupsBody) =>
    sdk.client.fetch<AdminCombineGroupsResponse>(combinePath, { method: "POST", body }),
  )

/** Moves members of a group to another one. */
export const useMoveMembers = (groupId: string) =>
  useChangeOfGroups((body: AdminMoveMembersBody) =>
    sdk.client.fetch<AdminMoveMembersResponse>(`/admin/customer-groups/${groupId}/move`, { method: "POST", body }),
  )
