import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { copyName } from "../../types/copy-name"
import { listGroups } from "./customer-groups"
import { queryKeys } from "./query-keys"

const MOST = 1_000

/** The first name for a copy of a group that no group has: "VIP (copy 2)"; undefined while that is looked up. */
export const useCopyName = (name: string): string | undefined => {
  const { t } = useTranslation("customerGroups")
  const word = t("duplicate.word")
  const first = copyName(name, 1, word)
  const { data, isError } = useQuery({
    queryKey: queryKeys.copyName(first),
    queryFn: async ({ signal }) => {
      // "VIP (copy": every number of it.
      const { customer_groups } = await listGroups({ q: first.slice(0, -1), order: "name", limit: MOST }, signal)
      const taken = new Set(customer_groups.map((group) => group.name))
      let number = 1
      while (taken.has(copyName(name, number, word))) number++
      return copyName(name, number, word)
    },
    // Somebody may have made another one since.
    gcTime: 0,
    retry: false,
  })
  return isError ? first : data
}
