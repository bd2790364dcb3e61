import { Button, Hint, Prompt, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminMemberFilter, GroupKind } from "../../../../types"
import { ChoiceList, type RowChoice } from "../../../components/data-table"
import { useMoveMembers } from "../../../hooks/combinations"
import { useChosenGroups, useOtherGroups } from "../../../hooks/group-options"
import { useUndoToast } from "../../../hooks/undo"
import { messageOf } from "../../../lib/errors"

interface Props {
  group: { id: string; name: string; kind: GroupKind }
  /** Who is to be moved. */
  move: { choice: RowChoice; count: number; filter: AdminMemberFilter }
  onClose: () => void
  onMoved: () => void
}

/** Asks which group customers are moved to. */
export const MoveMembersPrompt = ({ group, move: { choice, count, filter }, onClose, onMoved }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { mutateAsync, isPending } = useMoveMembers(group.id)
  const sayUndoable = useUndoToast(group.id)
  const [chosen, setChosen] = useState<string[]>([])
  const [to] = chosen
  const [isRefused, setRefused] = useState(false)
  const useOthers = useOtherGroups(group.id, chosen)
  const [target] = useChosenGroups(chosen)

  const move = async () => {
    if (!to) return setRefused(true)
    try {
      const members = "ids" in choice ? { ids: choice.ids } : { filter, except: choice.except }
      const { operations } = await mutateAsync({ to, members })
      sayUndoable(t("move.done", { count: operations[0].left, name: target?.label ?? "" }), operations[0])
      onMoved()
      onClose()
    } catch (error) {
      toast.error(messageOf(error))
    }
  }

  return (
    <Prompt open onOpenChange={(isOpen) => !isOpen && onClose()} variant="confirmation">
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{t("move.title", { count })}</Prompt.Title>
          <Prompt.Description asChild>
            <div className="flex flex-col gap-y-3">
              <span className="break-words">{t("move.hint", { count, name: group.name })}</span>
              {group.kind === "automatic" && <span>{t("members.staysOut", { count })}</span>}
            </div>
          </Prompt.Description>
        </Prompt.Header>
        <div className="flex flex-col gap-y-2 px-6 pt-4">
          <ChoiceList
            hasSearch
            className="shadow-borders-base w-full rounded-lg"
            label={t("move.to")}
            options={[]}
            useOptions={useOthers}
            value={to}
            onChange={(id) => setChosen([id as string])}
          />
          {isRefused && !to && (
            <Hint variant="error" role="alert">
              {t("combine.noTarget")}
            </Hint>
          )}
        </div>
        <Prompt.Footer>
          <Prompt.Cancel>{t("actions.cancel")}</Prompt.Cancel>
          <Button type="button" size="small" isLoading={isPending} onClick={() => void move()}>
            {t("actions.move")}
          </Button>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
