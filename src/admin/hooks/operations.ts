import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type {
  AdminGroupOperationListParams,
  AdminGroupOperationListResponse,
  AdminMembershipChangeListResponse,
} from "../../types"
import { sdk } from "../lib/sdk"
import { queryKeys } from "./query-keys"

/** Milliseconds between looks at what is going on. */
const WATCH_INTERVAL = 1_000

/** What happened to a group, newest first. */
export const useOperations = (groupId: string, query: AdminGroupOperationListParams) =>
  useQuery({
    queryKey: queryKeys.operations(groupId, query),
    queryFn: ({ signal }) =>
      sdk.client.fetch<AdminGroupOperationListResponse>(`/admin/customer-groups/${groupId}/operations`, {
        query,
        signal,
      }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.operations.some(({ status }) => status === "running") ? WATCH_INTERVAL : false,
  })

/** Whom an operation moved. */
export const useChanges = (operationId: string, query: { limit: number; offset: number }) =>
  useQuery({
    queryKey: queryKeys.changes(operationId, query),
    queryFn: ({ signal }) =>
      sdk.client.fetch<AdminMembershipChangeListResponse>(`/admin/customer-groups/operations/${operationId}/changes`, {
        query,
        signal,
      }),
    placeholderData: keepPreviousData,
  })
