import { useQuery } from "@tanstack/react-query"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type {
  AdminCriteriaAttribute,
  AdminCriteriaAttributeListResponse,
  AdminCriteriaTemplateListResponse,
} from "../../types"
import { sdk } from "../lib/sdk"
import { queryKeys } from "./query-keys"

/** Attributes and templates change with the plugin and the language only. */
const FOREVER = { staleTime: Infinity }

/** Everything a condition can test, in the dashboard's language. */
export const useAttributes = () => {
  const { language } = useTranslation().i18n
  const { data, error, refetch } = useQuery({
    queryKey: queryKeys.attributes(language),
    queryFn: () =>
      sdk.client.fetch<AdminCriteriaAttributeListResponse>("/admin/customer-groups/criteria/attributes", {
        query: { language },
      }),
    ...FOREVER,
  })
  const attributes = data?.attributes
  const byId = useMemo(
    () => new Map<string, AdminCriteriaAttribute>(attributes?.map((attribute) => [attribute.id, attribute])),
    [attributes],
  )
  return { attributes, byId, error, refetch }
}

export const useTemplates = ({ enabled = true } = {}) => {
  const { language } = useTranslation().i18n
  return useQuery({
    queryKey: queryKeys.templates(language),
    queryFn: () =>
      sdk.client.fetch<AdminCriteriaTemplateListResponse>("/admin/customer-groups/criteria/templates", {
        query: { language },
      }),
    enabled,
    ...FOREVER,
  })
}
