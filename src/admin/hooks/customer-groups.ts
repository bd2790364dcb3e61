import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminDuplicateGroupBody,
  AdminDuplicateGroupResponse,
  AdminGroupDetailsResponse,
  AdminGroupOverviewListParams,
  AdminGroupOverviewListResponse,
  AdminGroupReachResponse,
  CriteriaStatus,
} from "../../types"
import { OPERATION_HEADER } from "../../types/http/operations"
import { sdk } from "../lib/sdk"
import { queryKeys } from "./query-keys"

interface CustomerGroupResponse {
  customer_group: { id: string; name: string }
}

export const listGroups = (query: AdminGroupOverviewListParams, signal?: AbortSignal) =>
  sdk.client.fetch<AdminGroupOverviewListResponse>("/admin/customer-groups/overview", { query, signal })

/** What passes by itself. */
const PASSING: CriteriaStatus[] = ["running", "statistics_building"]
/** Milliseconds. */
const WATCH_INTERVAL = 3_000

interface ListOptions {
  enabled?: boolean
  /** Looks again while groups are being evaluated, or wait for counting. */
  isWatching?: boolean
}

/** Groups with how many customers they have and where they are used; no request loads members to count them. */
export const useCustomerGroups = (
  query: AdminGroupOverviewListParams,
  { enabled = true, isWatching = false }: ListOptions = {},
) =>
  useQuery({
    queryKey: queryKeys.groupList(query),
    queryFn: ({ signal }) => listGroups(query, signal),
    placeholderData: keepPreviousData,
    enabled,
    refetchInterval: ({ state }) =>
      isWatching && state.data?.customer_groups.some((group) => PASSING.includes(group.criteria_status))
        ? WATCH_INTERVAL
        : false,
  })

export const useCustomerGroup = (id: string) =>
  useQuery({
    queryKey: queryKeys.details(id),
    queryFn: ({ signal }) =>
      sdk.client.fetch<AdminGroupDetailsResponse>(`/admin/customer-groups/${id}/overview`, { signal }),
  })

/** How many customers several groups reach together, each counted once. */
export const useGroupReach = (groupIds: string[]) =>
  useQuery({
    queryKey: queryKeys.reach(groupIds),
    queryFn: ({ signal }) =>
      sdk.client.fetch<AdminGroupReachResponse>("/admin/customer-groups/reach", {
        method: "POST",
        body: { group_ids: groupIds },
        signal,
      }),
    enabled: groupIds.length > 0,
  })

export const useCreateGroup = () => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: { name: string }) =>
      sdk.client.fetch<CustomerGroupResponse>("/admin/customer-groups", { method: "POST", body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.groupLists }),
  })
}

/** Answers the operation, for undoing it; null if nothing was to be changed. The body is Medusa's and does not say it. */
export const useUpdateGroup = (id: string) => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (body: { name?: string; metadata?: Record<string, unknown> }) => {
      // Asked for anything but JSON, the SDK gives the answer as it came, with its headers.
      const headers = { accept: "*/*" }
      const answer = await sdk.client.fetch<Response>(`/admin/customer-groups/${id}`, { method: "POST", body, headers })
      const operationId = answer.headers.get(OPERATION_HEADER)
      return operationId ? { id: operationId, part_of_id: null } : null
    },
    onSuccess: async () => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKeys.groupLists }),
        queryClient.invalidateQueries({ queryKey: queryKeys.group(id) }),
        queryClient.invalidateQueries({ queryKey: queryKeys.customers }),
      ])
    },
  })
}

/** Makes a group like this one. */
export const useDuplicateGroup = (id: string) => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: AdminDuplicateGroupBody) =>
      sdk.client.fetch<AdminDuplicateGroupResponse>(`/admin/customer-groups/${id}/duplicate`, {
        method: "POST",
        body,
      }),
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKeys.groupLists }),
        queryClient.invalidateQueries({ queryKey: queryKeys.customers }),
      ]),
  })
}

export const useDeleteGroup = (id: string) => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => sdk.client.fetch(`/admin/customer-groups/${id}`, { method: "DELETE" }),
    // The group itself is not asked for again: its page is still there and would show that it is gone.
    onSuccess: async () => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKeys.groupLists }),
        queryClient.invalidateQueries({ queryKey: queryKeys.customers }),
      ])
    },
  })
}

/** Whether a group with exactly this name exists, other than the one being edited. */
export const isNameTaken = async (name: string, ownId?: string): Promise<boolean> => {
  const { customer_groups } = await listGroups({ q: name, order: "name", limit: 100 })
  return customer_groups.some((group) => group.name === name && group.id !== ownId)
}
