import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type {
  AdminCreateAutomaticGroupBody,
  AdminCreateAutomaticGroupResponse,
  AdminGroupCriteriaDetailsResponse,
  AdminGroupCriteriaResponse,
  AdminGroupOperationResponse,
  AdminSetGroupCriteriaBody,
  AdminSetGroupCriteriaResponse,
} from "../../types"
import { sdk } from "../lib/sdk"
import { queryKeys } from "./query-keys"
import { useGroupChange } from "./use-group-change"

/** What makes a group automatic, with its sentence in the dashboard's language. */
export const useGroupCriteria = (groupId: string) => {
  const { language } = useTranslation().i18n
  return useQuery({
    queryKey: queryKeys.criteria(groupId, language),
    queryFn: ({ signal }) =>
      sdk.client.fetch<AdminGroupCriteriaDetailsResponse>(`/admin/customer-groups/${groupId}/criteria`, {
        query: { language },
        signal,
      }),
  })
}

export const useSetCriteria = (groupId: string) =>
  useGroupChange(groupId, (body: AdminSetGroupCriteriaBody) =>
    sdk.client.fetch<AdminSetGroupCriteriaResponse>(`/admin/customer-groups/${groupId}/criteria`, {
      method: "POST",
      body,
    }),
  )

/** @returns a mutation that is told what becomes of the members by criteria */
export const useRemoveCriteria = (groupId: string) =>
  useGroupChange(groupId, (members: "keep" | "remove") =>
    sdk.client.fetch<AdminGroupOperationResponse>(`/admin/customer-groups/${groupId}/criteria`, {
      method: "DELETE",
      query: { members },
    }),
  )

export const useEvaluate = (groupId: string) =>
  useGroupChange(groupId, () =>
    sdk.client.fetch<AdminGroupOperationResponse>(`/admin/customer-groups/${groupId}/evaluate`, { method: "POST" }),
  )

export const usePause = (groupId: string) =>
  useGroupChange(groupId, (isPaused: boolean) =>
    sdk.client.fetch<AdminGroupCriteriaResponse>(
      `/admin/customer-groups/${groupId}/criteria/${isPaused ? "pause" : "resume"}`,
      { method: "POST" },
    ),
  )

/** Applies or discards an evaluation that is held. */
export const useDecideHeld = (groupId: string, operationId: string) =>
  useGroupChange(groupId, (decision: "apply" | "discard") =>
    sdk.client.fetch<AdminGroupOperationResponse>(`/admin/customer-groups/operations/${operationId}/${decision}`, {
      method: "POST",
    }),
  )

export const useCreateAutomaticGroup = () => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: AdminCreateAutomaticGroupBody) =>
      sdk.client.fetch<AdminCreateAutomaticGroupResponse>("/admin/customer-groups/automatic", {
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
