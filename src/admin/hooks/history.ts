import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type {
  AdminCustomerGroupChangeListResponse,
  AdminPastGroupMemberListParams,
  AdminPastGroupMemberListResponse,
} from "../../types"
import { sdk } from "../lib/sdk"
import { queryKeys } from "./query-keys"

/** Who was in a group at the end of a day. */
export const usePastMembers = (groupId: string, query: AdminPastGroupMemberListParams) =>
  useQuery({
    queryKey: queryKeys.members(groupId, query),
    queryFn: ({ signal }) =>
      sdk.client.fetch<AdminPastGroupMemberListResponse>(`/admin/customer-groups/${groupId}/members`, {
        query,
        signal,
      }),
  })

/** The groups that a customer joined and left. */
export const useGroupChanges = (customerId: string, query: { limit: number; offset: number }) =>
  useQuery({
    queryKey: queryKeys.groupChanges(customerId, query),
    queryFn: ({ signal }) =>
      sdk.client.fetch<AdminCustomerGroupChangeListResponse>(`/admin/customers/${customerId}/group-changes`, {
        query,
        signal,
      }),
    placeholderData: keepPreviousData,
  })
