import { ArrowPath, PauseSolid, PencilSquare, PlaySolid, Trash } from "@medusajs/icons"
import { Button, Container, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminGroupDetails } from "../../../../types"
import { ActionsMenu } from "../../../components/actions-menu"
import { RowsSkeleton } from "../../../components/rows-skeleton"
import { SectionError } from "../../../components/section-error"
import { SectionHeader } from "../../../components/section-header"
import { useEvaluate, useGroupCriteria, usePause } from "../../../hooks/group-criteria"
import { usePermissions } from "../../../hooks/permissions"
import { useLinkOver } from "../../../hooks/use-link-over"
import { messageOf } from "../../../lib/errors"
import { CriteriaStatusLine } from "./criteria/status-line"
import { FailedPanel, HeldPanel, PausedPanel } from "./criteria/panels"
import { RemoveCriteriaPrompt } from "./criteria/remove-criteria-prompt"

/** What fills the group, in words, and how its evaluation is going. */
export const CriteriaSection = ({ group }: { group: AdminGroupDetails }) => {
  const { t } = useTranslation("customerGroups")
  const can = usePermissions()
  const linkOver = useLinkOver()
  const { data, error, refetch } = useGroupCriteria(group.id)
  const evaluate = useEvaluate(group.id)
  const pause = usePause(group.id)
  const [isRemoving, setRemoving] = useState(false)

  const stored = data?.criteria
  const mayChange = can("customer_group", "update")
  const toBuilder = linkOver(`/groups/${group.id}/criteria`)
  const isPaused = stored?.status === "paused"

  const run = async (work: () => Promise<unknown>, success: string) => {
    try {
      await work()
      toast.success(success)
    } catch (failure) {
      toast.error(messageOf(failure))
    }
  }
  const evaluateNow = () => run(() => evaluate.mutateAsync(undefined), t("criteria.evaluated"))
  const setPaused = (next: boolean) =>
    run(() => pause.mutateAsync(next), next ? t("criteria.pausedNow") : t("criteria.resumedNow"))

  const menu = stored && mayChange && (
    <ActionsMenu
      label={t("actions.menuOf", { name: t("criteria.title") })}
      groups={[
        {
          actions: [
            { icon: <PencilSquare />, label: t("actions.edit"), to: toBuilder },
            ...(isPaused || data.held_operation
              ? []
              : [{ icon: <ArrowPath />, label: t("criteria.evaluate"), onClick: () => void evaluateNow() }]),
            isPaused
              ? { icon: <PlaySolid />, label: t("criteria.resume"), onClick: () => void setPaused(false) }
              : { icon: <PauseSolid />, label: t("criteria.pause"), onClick: () => void setPaused(true) },
          ],
        },
        { actions: [{ icon: <Trash />, label: t("criteria.remove"), onClick: () => setRemoving(true) }] },
      ]}
    />
  )
  const add = data && !stored && mayChange && (
    <Button asChild size="small" variant="secondary">
      <Link to={toBuilder}>{t("criteria.add")}</Link>
    </Button>
  )

  return (
    <Container className="divide-y p-0">
      <SectionHeader
        title={t("criteria.title")}
        hint={data && !stored ? t("criteria.byHand") : undefined}
        actions={menu || add || undefined}
      />
      {!data && !error && <RowsSkeleton rows={1} />}
      {!data && error && <SectionError error={error} onRetry={refetch} />}
      {stored && (
        <>
          <div className="flex flex-col gap-y-2 px-6 py-4">
            <Text size="small" className="text-pretty break-words" data-sentence>
              {data.sentence ?? t("criteria.invalid")}
            </Text>
            <CriteriaStatusLine group={group} criteria={stored} isRunning={data.running_operation !== null} />
          </div>
          {data.held_operation && <HeldPanel group={group} operation={data.held_operation} mayDecide={mayChange} />}
          {isPaused && !stored.error && <PausedPanel onResume={mayChange ? () => void setPaused(false) : undefined} />}
          {stored.error && (
            <FailedPanel message={stored.error.message} onRetry={mayChange ? () => void evaluateNow() : undefined} />
          )}
        </>
      )}
      <RemoveCriteriaPrompt group={group} open={isRemoving} onClose={() => setRemoving(false)} />
    </Container>
  )
}
