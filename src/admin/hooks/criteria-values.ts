import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type {
  AdminCriteriaValueListParams,
  AdminCriteriaValueListResponse,
  AdminMatchCriteriaValuesBody,
  AdminMatchCriteriaValuesResponse,
} from "../../types"
import { sdk } from "../lib/sdk"
import { queryKeys } from "./query-keys"

/** Milliseconds. What occurs in a shop does not change while somebody writes a condition. */
const FRESH = 60_000

const valuesOf = (attributeId: string) => `/admin/customer-groups/criteria/attributes/${attributeId}`

/** Values to choose from, by a part of their names or as they are chosen already. */
export const useAttributeValues = (
  attributeId: string,
  query: AdminCriteriaValueListParams,
  { enabled = true }: { enabled?: boolean } = {},
) => {
  const { language } = useTranslation().i18n
  const asked = { ...query, language }
  return useQuery({
    queryKey: queryKeys.attributeValues(attributeId, asked),
    queryFn: ({ signal }) =>
      sdk.client.fetch<AdminCriteriaValueListResponse>(`${valuesOf(attributeId)}/values`, { query: asked, signal }),
    placeholderData: keepPreviousData,
    staleTime: FRESH,
    enabled,
  })
}

type Entries = Omit<AdminMatchCriteriaValuesBody, "language">

const useMatching = (attributeId: string) => {
  const { language } = useTranslation().i18n
  return (body: Entries, signal?: AbortSignal) =>
    sdk.client.fetch<AdminMatchCriteriaValuesResponse>(`${valuesOf(attributeId)}/match`, {
      method: "POST",
      body: { ...body, language },
      signal,
    })
}

/** Finds what is meant by a list that somebody has pasted. */
export const useMatchPasted = (attributeId: string) => {
  const match = useMatching(attributeId)
  return useMutation({ mutationFn: (body: Entries) => match(body) })
}

/** Which texts occur in the shop; asked for as long as there are any. */
export const useOccurring = (attributeId: string, body: Entries) => {
  const { language } = useTranslation().i18n
  const match = useMatching(attributeId)
  return useQuery({
    queryKey: queryKeys.matchingValues(attributeId, { ...body, language }),
    queryFn: ({ signal }) => match(body, signal),
    staleTime: FRESH,
    retry: false,
    enabled: body.entries.length > 0,
  })
}
