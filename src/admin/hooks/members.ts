import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type {
  AdminChangeGroupMembersBody,
  AdminChangeGroupMembersResponse,
  AdminCustomerGroupMembershipListParams,
  AdminCustomerGroupMembershipListResponse,
  AdminGroupCandidateListParams,
  AdminGroupCandidateListResponse,
  AdminGroupMemberListParams,
  AdminGroupMemberListResponse,
} from "../../types"
import { answerLanguage } from "../lib/answer-language"
import { sdk } from "../lib/sdk"
import { queryKeys } from "./query-keys"
import { useChangeOfGroups } from "./use-group-change"

export const useMembers = (groupId: string, query: AdminGroupMemberListParams) =>
  useQuery({
    queryKey: queryKeys.members(groupId, query),
    queryFn: ({ signal }) =>
      sdk.client.fetch<AdminGroupMemberListResponse>(`/admin/customer-groups/${groupId}/members`, { query, signal }),
    placeholderData: keepPreviousData,
  })

/** All customers of the store, and whether they are in the group. */
export const useCandidates = (groupId: string, query: AdminGroupCandidateListParams) =>
  useQuery({
    queryKey: queryKeys.candidates(groupId, query),
    queryFn: ({ signal }) =>
      sdk.client.fetch<AdminGroupCandidateListResponse>(`/admin/customer-groups/${groupId}/candidates`, {
        query,
        signal,
      }),
    placeholderData: keepPreviousData,
  })

/** Adds and removes customers of a group, however many. */
export const useChangeMembers = (groupId: string) =>
  useChangeOfGroups((body: AdminChangeGroupMembersBody) =>
    sdk.client.fetch<AdminChangeGroupMembersResponse>(`/admin/customer-groups/${groupId}/members`, {
      method: "POST",
      body,
    }),
  )

/** The groups of a customer, with since when. */
export const useCustomerMemberships = (
  customerId: string,
  given: Pick<AdminCustomerGroupMembershipListParams, "is_member" | "limit" | "offset">,
) => {
  const { language } = useTranslation().i18n
  const query = { ...given, language: answerLanguage(language) }
  return useQuery({
    queryKey: queryKeys.memberships(customerId, query),
    queryFn: ({ signal }) =>
      sdk.client.fetch<AdminCustomerGroupMembershipListResponse>(`/admin/customers/${customerId}/group-memberships`, {
        query,
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

/** Adds a customer to groups and takes them out of others. */
export const useChangeCustomerGroups = (customerId: string) =>
  useChangeOfGroups((body: { add?: string[]; remove?: string[] }) =>
    sdk.client.fetch(`/admin/customers/${customerId}/customer-groups`, { method: "POST", body }),
  )
