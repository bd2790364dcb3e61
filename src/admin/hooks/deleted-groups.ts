import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminDeletedGroupListParams,
  AdminDeletedGroupListResponse,
  AdminGroupDetailsResponse,
  AdminRestoreGroupBody,
} from "../../types"
import { sdk } from "../lib/sdk"
import { queryKeys } from "./query-keys"

/** Groups that are deleted and can still be restored, the last deleted first. */
export const useDeletedGroups = (query: AdminDeletedGroupListParams) =>
  useQuery({
    queryKey: queryKeys.deletedList(query),
    queryFn: ({ signal }) =>
      sdk.client.fetch<AdminDeletedGroupListResponse>("/admin/customer-groups/deleted", { query, signal }),
    placeholderData: keepPreviousData,
  })

/** Makes a deleted group one that is there again. */
export const useRestoreGroup = () => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...body }: AdminRestoreGroupBody & { id: string }) =>
      sdk.client.fetch<AdminGroupDetailsResponse>(`/admin/customer-groups/${id}/restore`, { method: "POST", body }),
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKeys.groups }),
        queryClient.invalidateQueries({ queryKey: queryKeys.customers }),
      ]),
  })
}
