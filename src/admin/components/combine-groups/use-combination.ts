import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { CombineWay } from "../../../types"
import { useCombineGroups } from "../../hooks/combinations"
import { useChosenGroups } from "../../hooks/group-options"
import { usePermissions } from "../../hooks/permissions"
import { useUndoToast } from "../../hooks/undo"
import { messageOf } from "../../lib/errors"
import { useGroupForm } from "../group-form/use-group-form"
import type { TargetKind } from "./target"

/** As many as the route combines, with the group itself. */
const MOST_OTHERS = 99

/** What is chosen in the window, and carrying it out. */
export const useCombination = (group: { id: string }, onDone: () => void) => {
  const { t } = useTranslation("customerGroups")
  const can = usePermissions()
  const navigate = useNavigate()
  const { mutateAsync, isPending } = useCombineGroups()
  const kinds: TargetKind[] = [
    ...(can("customer_group", "create") ? (["new"] as const) : []),
    ...(can("customer_group", "update") ? (["existing"] as const) : []),
  ]
  const [others, setOthers] = useState<string[]>([])
  const [how, setHow] = useState<CombineWay>("union")
  const [kind = kinds[0] ?? "new", setKind] = useState<TargetKind>()
  const [targetIds, setTargetIds] = useState<string[]>([])
  const [targetId] = targetIds
  const [isRefused, setRefused] = useState(false)
  const [target] = useChosenGroups(targetIds)
  const sayUndoable = useUndoToast(targetId ?? group.id)
  const combination = { how, group_ids: [group.id, ...others] }

  const {
    form,
    submit: createNew,
    checkTaken,
  } = useGroupForm(async ({ name }) => {
    const { customer_group: created, operation } = await mutateAsync({ ...combination, into: { name } })
    // Until it is filled, the group may still go away again.
    if (operation.status === "running") toast.info(t("work.goesOn"))
    else toast.success(t("create.success", { name }))
    onDone()
    navigate(`/groups/${created!.id}`)
  })

  const addTo = async (group_id: string) => {
    try {
      const { operation } = await mutateAsync({ ...combination, into: { group_id } })
      const name = target?.label ?? ""
      if (operation.status === "running") toast.info(t("work.goesOnIn", { name }))
      else sayUndoable(t("combine.added", { count: operation.joined, name }), operation)
      onDone()
    } catch (error) {
      toast.error(messageOf(error))
    }
  }

  const submit = async () => {
    setRefused(true)
    if (!others.length) return
    if (kind === "new") await createNew()
    else if (targetId) await addTo(targetId)
  }

  return {
    combination,
    others,
    setOthers: (ids: string[]) => setOthers(ids.slice(0, MOST_OTHERS)),
    how,
    setHow,
    target: { kinds, kind, onKind: setKind, groupIds: targetIds, onGroups: setTargetIds, form, onNameLeft: checkTaken },
    problems: {
      others: isRefused && !others.length ? t("combine.noneChosen") : undefined,
      target: isRefused && !targetId ? t("combine.noTarget") : undefined,
    },
    submit: () => void submit(),
    isPending,
  }
}
