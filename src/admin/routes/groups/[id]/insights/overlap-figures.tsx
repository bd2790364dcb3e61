import { Skeleton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { SectionError } from "../../../../components/section-error"
import { useGroupInsights } from "../../../../hooks/insights"
import { CompareMenu } from "./compare-menu"
import { Figures, NoFigures } from "./figures"
import { ShareRow } from "./share-row"

interface Props {
  groupId: string
  /** Groups to compare with; those that share the most, if empty. */
  comparedIds: string[]
  onCompare: (ids: string[]) => void
}

/** How many members are in other groups too. */
export const OverlapFigures = ({ groupId, comparedIds, onCompare }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { data, error, refetch, isPlaceholderData } = useGroupInsights(groupId, {
    parts: "overlaps",
    ...(comparedIds.length ? { overlap_with: comparedIds } : {}),
  })
  const overlaps = data?.overlaps

  return (
    <Figures
      title={t("insights.overlaps")}
      hint={overlaps?.groups.length ? t("insights.overlapsHint") : undefined}
      action={<CompareMenu groupId={groupId} value={comparedIds} onChange={onCompare} />}
    >
      {error && !isLoadedOf(overlaps, isPlaceholderData) && <SectionError error={error} onRetry={refetch} />}
      {!overlaps && !error && (
        <div aria-hidden className="flex flex-col gap-y-3">
          {[0, 1, 2].map((row) => (
            <Skeleton key={row} className="h-[26px] w-full rounded" />
          ))}
        </div>
      )}
      {overlaps && !overlaps.groups.length && <NoFigures>{t("insights.noOverlaps")}</NoFigures>}
      {overlaps && overlaps.groups.length > 0 && (
        <ul className="flex flex-col gap-y-3" aria-busy={isPlaceholderData}>
          {overlaps.groups.map((group) => (
            <ShareRow
              key={group.id}
              name={
                <Link to={`/groups/${group.id}`} className="hover:text-ui-fg-interactive transition-fg rounded-sm">
                  {group.name}
                </Link>
              }
              count={group.shared_count}
              of={overlaps.member_count}
              hint={t("insights.shareOfMembers")}
            />
          ))}
        </ul>
      )}
    </Figures>
  )
}

const isLoadedOf = (figures: unknown, isPlaceholder: boolean) => figures !== undefined && !isPlaceholder
