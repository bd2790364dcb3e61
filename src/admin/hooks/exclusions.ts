import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type {
  AdminExcludeCustomersBody,
  AdminGroupExclusionListResponse,
  AdminGroupOperationResponse,
} from "../../types"
import { sdk } from "../lib/sdk"
import { queryKeys } from "./query-keys"
import { useGroupChange } from "./use-group-change"

/** Who stays out of a group although its criteria match, newest first. */
export const useExclusions = (groupId: string, query: { limit: number; offset: number }) =>
  useQuery({
    queryKey: queryKeys.exclusions(groupId, query),
    queryFn: ({ signal }) =>
      sdk.client.fetch<AdminGroupExclusionListResponse>(`/admin/customer-groups/${groupId}/exclusions`, {
        query,
        signal,
      }),
    placeholderData: keepPreviousData,
  })

export const useExclude = (groupId: string) =>
  useGroupChange(groupId, (body: AdminExcludeCustomersBody) =>
    sdk.client.fetch<AdminGroupOperationResponse>(`/admin/customer-groups/${groupId}/exclusions`, {
      method: "POST",
      body,
    }),
  )

/** @returns a mutation that takes the id of the customer who may come in again */
export const useLiftExclusion = (groupId: string) =>
  useGroupChange(groupId, (customerId: string) =>
    sdk.client.fetch<AdminGroupOperationResponse>(`/admin/customer-groups/${groupId}/exclusions/${customerId}`, {
      method: "DELETE",
    }),
  )
