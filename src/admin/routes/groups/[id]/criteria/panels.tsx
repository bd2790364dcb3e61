import { ExclamationCircle, PauseSolid } from "@medusajs/icons"
import { Button, Text, toast } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminGroupDetails, AdminGroupOperation } from "../../../../../types"
import { useDecideHeld } from "../../../../hooks/group-criteria"
import { useLinkOver } from "../../../../hooks/use-link-over"
import { messageOf } from "../../../../lib/errors"

interface PanelProps {
  icon: ReactNode
  title: string
  text?: string
  children?: ReactNode
}

const Panel = ({ icon, title, text, children }: PanelProps) => (
  <div role="status" className="bg-ui-bg-subtle flex flex-col gap-y-3 px-6 py-4">
    <div className="flex items-start gap-x-2">
      <span className="mt-0.5 flex-shrink-0">{icon}</span>
      <div className="min-w-0">
        <Text size="small" weight="plus" className="text-pretty break-words">
          {title}
        </Text>
        {text && (
          <Text size="small" className="text-ui-fg-subtle text-pretty break-words">
            {text}
          </Text>
        )}
      </div>
    </div>
    {children && <div className="flex flex-wrap gap-2">{children}</div>}
  </div>
)

interface HeldDetails {
  joins?: number
  leaves?: number
}

/** An evaluation that would move too many waits for a person. */
export const HeldPanel = ({
  group,
  operation,
  mayDecide,
}: {
  group: AdminGroupDetails
  operation: AdminGroupOperation
  mayDecide: boolean
}) => {
  const linkOver = useLinkOver()
  const { t } = useTranslation("customerGroups")
  const { mutateAsync, isPending } = useDecideHeld(group.id, operation.id)
  const { joins = 0, leaves = 0 } = (operation.details ?? {}) as HeldDetails

  const decide = async (decision: "apply" | "discard") => {
    try {
      const { operation: done } = await mutateAsync(decision)
      if (decision === "discard") toast.success(t("criteria.held.discarded"))
      else if (done.status === "held") toast.warning(t("criteria.held.grown"))
      else toast.success(t("criteria.held.applied", { joined: done.joined, left: done.left }))
    } catch (error) {
      toast.error(messageOf(error))
    }
  }

  return (
    <Panel
      icon={<ExclamationCircle className="text-ui-tag-orange-icon" />}
      title={t("criteria.held.title", { joins, leaves, count: group.member_count })}
      text={t("criteria.held.hint")}
    >
      {mayDecide && (
        <>
          {/* The builder shows who would come and go. */}
          <Button asChild size="small" variant="secondary">
            <Link to={linkOver(`/groups/${group.id}/criteria`)}>{t("criteria.held.seeWho")}</Link>
          </Button>
          <Button size="small" isLoading={isPending} onClick={() => void decide("apply")}>
            {t("criteria.held.apply")}
          </Button>
          <Button size="small" variant="secondary" disabled={isPending} onClick={() => void decide("discard")}>
            {t("criteria.held.discard")}
          </Button>
        </>
      )}
    </Panel>
  )
}

export const PausedPanel = ({ onResume }: { onResume?: () => void }) => {
  const { t } = useTranslation("customerGroups")
  return (
    <Panel
      icon={<PauseSolid className="text-ui-fg-subtle" />}
      title={t("criteria.paused")}
      text={t("criteria.pausedHint")}
    >
      {onResume && (
        <Button size="small" variant="secondary" onClick={onResume}>
          {t("criteria.resume")}
        </Button>
      )}
    </Panel>
  )
}

export const FailedPanel = ({ message, onRetry }: { message: string; onRetry?: () => void }) => {
  const { t } = useTranslation("customerGroups")
  return (
    <Panel icon={<ExclamationCircle className="text-ui-fg-error" />} title={t("criteria.failed")} text={message}>
      {onRetry && (
        <Button size="small" variant="secondary" onClick={onRetry}>
          {t("actions.retry")}
        </Button>
      )}
    </Panel>
  )
}
