import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { AdminGroupInsights, AdminGroupInsightsParams, AdminGroupInsightsResponse } from "../../types"
import { statusOf } from "../lib/errors"
import { sdk } from "../lib/sdk"
import { queryKeys } from "./query-keys"

const TOO_BUSY = 429
const MOST_RETRIES = 10
const RETRY_AFTER = 1_000
/** Milliseconds for which nobody is asked again who comes back to the page. */
const FRESH = 60_000
const BUILDING_INTERVAL = 2_000

/** Figures about a group. A request that nobody waits for any more is aborted, which ends it in the database too. */
export const useGroupInsights = (groupId: string, query: AdminGroupInsightsParams) =>
  useQuery({
    queryKey: queryKeys.insights(groupId, query),
    queryFn: async ({ signal }): Promise<AdminGroupInsights> => {
      const { insights } = await sdk.client.fetch<AdminGroupInsightsResponse>(
        `/admin/customer-groups/${groupId}/insights`,
        { query, signal },
      )
      return insights
    },
    placeholderData: keepPreviousData,
    staleTime: FRESH,
    retry: (failures, error) => statusOf(error) === TOO_BUSY && failures < MOST_RETRIES,
    retryDelay: RETRY_AFTER,
    refetchInterval: ({ state }) => (state.data?.orders?.status === "statistics_building" ? BUILDING_INTERVAL : false),
    refetchOnWindowFocus: false,
  })
