import { useQuery } from "@tanstack/react-query"
import type { AdminGroupUsageResponse } from "../../types"
import { sdk } from "../lib/sdk"
import { queryKeys } from "./query-keys"

/** Which price lists, prices and promotions have a group among their conditions. */
export const useGroupUsage = (groupId: string, { enabled = true } = {}) =>
  useQuery({
    queryKey: queryKeys.usage(groupId),
    queryFn: ({ signal }) =>
      sdk.client.fetch<AdminGroupUsageResponse>(`/admin/customer-groups/${groupId}/usage`, { signal }),
    enabled,
  })
