import { Skeleton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminGroupUsage } from "../../../types"
import { useGroupUsage } from "../../hooks/usage"

const SHOWN = 5

/** What deleting a group means: for its customers, and for the price lists, prices and promotions that use it. */
export const Consequences = ({ group }: { group: { id: string; member_count: number } }) => {
  const { t } = useTranslation("customerGroups")
  const { data, isPending, error } = useGroupUsage(group.id)

  return (
    <>
      <span>{group.member_count ? t("delete.customers", { count: group.member_count }) : t("delete.noCustomers")}</span>
      {isPending && (
        <div role="status" aria-label={t("delete.checking")} className="flex flex-col gap-y-2">
          <Skeleton className="h-4 w-3/4 rounded" />
          <Skeleton className="h-4 w-1/2 rounded" />
        </div>
      )}
      {error && <span className="text-ui-fg-error">{t("delete.unchecked")}</span>}
      {data && <UsageConsequences usage={data.usage} />}
    </>
  )
}

const UsageConsequences = ({ usage }: { usage: AdminGroupUsage }) => {
  const { t } = useTranslation("customerGroups")
  const excluding = usage.promotions.filter((promotion) => promotion.operator === "ne")
  const lost = [
    ...usage.price_lists.map(({ title }) => t("delete.priceList", { name: title })),
    ...usage.prices.map(({ product_title }) => t("delete.price", { name: product_title ?? t("usage.unknownProduct") })),
    ...usage.promotions
      .filter((promotion) => promotion.operator !== "ne")
      .map(({ code }) => t("delete.promotion", { name: code })),
  ]

  if (!lost.length && !excluding.length) return <span>{t("delete.unused")}</span>
  return (
    <>
      {lost.length > 0 && <NameList title={t("delete.lost")} names={lost} />}
      {excluding.length > 0 && (
        <NameList
          title={t("delete.everybody")}
          names={excluding.map(({ code }) => t("delete.promotion", { name: code }))}
        />
      )}
    </>
  )
}

const NameList = ({ title, names }: { title: string; names: string[] }) => {
  const { t } = useTranslation("customerGroups")
  const unique = [...new Set(names)]
  const more = unique.length - SHOWN

  return (
    <div>
      <span>{title}</span>
      <ul className="list-inside list-disc">
        {unique.slice(0, SHOWN).map((name) => (
          <li key={name} className="text-ui-fg-base break-words">
            {name}
          </li>
        ))}
        {more > 0 && <li>{t("delete.more", { count: more })}</li>}
      </ul>
    </div>
  )
}
