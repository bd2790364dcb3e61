import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type {
  AdminCriteriaPreview,
  AdminDescribeCriteriaResponse,
  AdminPreviewCriteriaBody,
  AdminPreviewCriteriaResponse,
  Criteria,
} from "../../types"
import { statusOf } from "../lib/errors"
import { sdk } from "../lib/sdk"
import { queryKeys } from "./query-keys"

const TOO_BUSY = 429
const MOST_RETRIES = 10
/** Milliseconds. What was counted this long ago is shown again at once, after an undo for instance. */
const FRESH = 60_000
const RETRY_AFTER = 1_000
const BUILDING_INTERVAL = 2_000

/** A request that is overtaken by the next one is aborted, which ends its query in the database too. */
export const previewQuery = (body: AdminPreviewCriteriaBody | undefined) =>
  queryOptions({
    queryKey: queryKeys.preview(body),
    queryFn: async ({ signal }): Promise<AdminCriteriaPreview> => {
      const { preview } = await sdk.client.fetch<AdminPreviewCriteriaResponse>(
        "/admin/customer-groups/criteria/preview",
        { method: "POST", body, signal },
      )
      return preview
    },
    staleTime: FRESH,
    gcTime: FRESH,
    retry: (failures, error) => statusOf(error) === TOO_BUSY && failures < MOST_RETRIES,
    retryDelay: RETRY_AFTER,
    refetchInterval: ({ state }) => (state.data?.status === "statistics_building" ? BUILDING_INTERVAL : false),
    refetchOnWindowFocus: false,
  })

/** What criteria would do if they were saved now. */
export const usePreview = (body: AdminPreviewCriteriaBody | undefined, { enabled = true } = {}) =>
  useQuery({ ...previewQuery(body), enabled: enabled && body !== undefined, placeholderData: keepPreviousData })

/** Criteria in words, in the dashboard's language. */
export const useSentence = (criteria: Criteria | undefined) => {
  const { language } = useTranslation().i18n
  return useQuery({
    queryKey: queryKeys.sentence(criteria, language),
    queryFn: ({ signal }) =>
      sdk.client.fetch<AdminDescribeCriteriaResponse>("/admin/customer-groups/criteria/describe", {
        method: "POST",
        body: { criteria, language },
        signal,
      }),
    enabled: criteria !== undefined,
    placeholderData: keepPreviousData,
    staleTime: FRESH,
    retry: false,
  })
}
