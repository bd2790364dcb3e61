import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminExcludeCustomersBody,
  AdminGroupExclusionListResponse,
  AdminGroupOperationResponse,
} from "../../types"
import { sdk } from "../lib/sdk"
import { queryKeys } from "./query-keys"

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

const useExclusionChange = <Input>(groupId: string, change: (input: Input) => Promise<AdminGroupOperationResponse>) => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKeys.groupLists }),
        queryClient.invalidateQueries({ queryKey: queryKeys.group(groupId) }),
        queryClient.invalidateQueries({ queryKey: queryKeys.customers }),
      ]),
  })
}

export const useExclude = (groupId: string) =>
  useExclusionChange(groupId, (body: AdminExcludeCustomersBody) =>
    sdk.client.fetch<AdminGroupOperationResponse>(`/admin/customer-groups/${groupId}/exclusions`, {
      method: "POST",
      body,
    }),
  )

/** @returns a mutation that takes the id of the customer who may come in again */
export const useLiftExclusion = (groupId: string) =>
  useExclusionChange(groupId, (customerId: string) =>
    sdk.client.fetch<AdminGroupOperationResponse>(`/admin/customer-groups/${groupId}/exclusions/${customerId}`, {
      method: "DELETE",
    }),
  )
