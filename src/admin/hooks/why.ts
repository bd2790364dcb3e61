import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type { AdminCustomerGroupMembershipListResponse } from "../../types"
import { answerLanguage } from "../lib/answer-language"
import { sdk } from "../lib/sdk"
import { queryKeys } from "./query-keys"

/** How it is with one customer in one group: since when, by whom, which conditions hold and what is missing. */
export const useWhy = (customerId: string, groupId: string) => {
  const { language } = useTranslation().i18n
  const query = { group_id: groupId, language: answerLanguage(language) }
  return useQuery({
    queryKey: queryKeys.memberships(customerId, query),
    queryFn: async ({ signal }) => {
      const { group_memberships } = await sdk.client.fetch<AdminCustomerGroupMembershipListResponse>(
        `/admin/customers/${customerId}/group-memberships`,
        { query, signal },
      )
      return group_memberships[0] ?? null
    },
  })
}
