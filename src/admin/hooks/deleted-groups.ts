import { toast } from "@medusajs/ui"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type {
  AdminDeletedGroupListParams,
  AdminDeletedGroupListResponse,
  AdminGroupDetailsResponse,
  AdminRestoreGroupBody,
} from "../../types"
import { sdk } from "../lib/sdk"
import { queryKeys } from "./query-keys"
import { useChangeOfGroups } from "./use-group-change"

/** Groups that are deleted and can still be restored, the last deleted first. */
export const useDeletedGroups = (query: AdminDeletedGroupListParams) =>
  useQuery({
    queryKey: queryKeys.deletedList(query),
    queryFn: ({ signal }) =>
      sdk.client.fetch<AdminDeletedGroupListResponse>("/admin/customer-groups/deleted", { query, signal }),
    placeholderData: keepPreviousData,
  })

/** Makes a deleted group one that is there again, and says so; under another name, if one is given. */
export const useRestoreGroup = () => {
  const { t } = useTranslation("customerGroups")
  const { mutateAsync, isPending } = useChangeOfGroups(({ id, ...body }: AdminRestoreGroupBody & { id: string }) =>
    sdk.client.fetch<AdminGroupDetailsResponse>(`/admin/customer-groups/${id}/restore`, { method: "POST", body }),
  )
  const restore = async (id: string, name?: string) => {
    const { customer_group } = await mutateAsync({ id, name })
    toast.success(t("deleted.restored", { name: customer_group.name }))
  }
  return { restore, isPending }
}
