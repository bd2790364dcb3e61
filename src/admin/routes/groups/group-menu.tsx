import { ArrowPath, PencilSquare, SquaresPlus, SquareTwoStack, Trash } from "@medusajs/icons"
import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminGroupOverview, CriteriaStatus } from "../../../types"
import { ActionsMenu } from "../../components/actions-menu"
import { useEvaluate } from "../../hooks/group-criteria"
import { usePermissions } from "../../hooks/permissions"
import { messageOf } from "../../lib/errors"

interface Props {
  group: AdminGroupOverview
  onDuplicate: () => void
  onCombine: () => void
  onDelete: () => void
}

/** Criteria that can be evaluated now: the others wait for a person or for counting, or are at it. */
const EVALUABLE: CriteriaStatus[] = ["active", "failed"]

/** What can be done with a group of the list. */
export const GroupMenu = ({ group, onDuplicate, onCombine, onDelete }: Props) => {
  const { t } = useTranslation("customerGroups")
  const can = usePermissions()
  const evaluate = useEvaluate(group.id)

  const evaluateNow = async () => {
    const { name } = group
    try {
      const { operation } = await evaluate.mutateAsync(undefined)
      if (operation.status === "running") toast.info(t("list.evaluating", { name }))
      else toast.success(t("list.evaluated", { name, joined: operation.joined, left: operation.left }))
    } catch (error) {
      toast.error(messageOf(error))
    }
  }

  const edit = { icon: <PencilSquare />, label: t("actions.edit"), to: `/groups/${group.id}/edit` }
  const duplicate = { icon: <SquareTwoStack />, label: t("actions.duplicate"), onClick: onDuplicate }
  const combine = { icon: <SquaresPlus />, label: t("combine.menu"), onClick: onCombine }
  const evaluation = { icon: <ArrowPath />, label: t("criteria.evaluate"), onClick: () => void evaluateNow() }
  const remove = { icon: <Trash />, label: t("actions.delete"), onClick: onDelete }
  const mayUpdate = can("customer_group", "update")

  return (
    <ActionsMenu
      label={t("actions.menuOf", { name: group.name })}
      groups={[
        {
          actions: [
            ...(mayUpdate ? [edit] : []),
            ...(can("customer_group", "create") ? [duplicate] : []),
            ...(mayUpdate || can("customer_group", "create") ? [combine] : []),
            ...(mayUpdate && EVALUABLE.includes(group.criteria_status) ? [evaluation] : []),
          ],
        },
        { actions: can("customer_group", "delete") ? [remove] : [] },
      ]}
    />
  )
}
