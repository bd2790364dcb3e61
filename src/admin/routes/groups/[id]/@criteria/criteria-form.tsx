import { RouteFocusModal, useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminGroupCriteria, AdminGroupDetails } from "../../../../../types"
import { BuilderWindow, useBuilderState } from "../../../../components/criteria-builder"
import { FormFooter } from "../../../../components/form-footer"
import { useSetCriteria } from "../../../../hooks/group-criteria"
import { useUndoToast } from "../../../../hooks/undo"
import { messageOf } from "../../../../lib/errors"
import { SavePrompt, type SavePromptProps } from "./save-prompt"

interface Props {
  group: AdminGroupDetails
  /** Null if the members are picked by hand so far. */
  stored: AdminGroupCriteria | null
}

/** Writes the criteria of a group, and says what they would do before they are saved. */
const CriteriaForm = ({ group, stored }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { handleSuccess } = useRouteModal()
  const { mutateAsync, isPending } = useSetCriteria(group.id)
  const sayUndoable = useUndoToast(group.id)
  const state = useBuilderState(stored?.criteria, { group_id: group.id, stay: stored?.stay })
  const [isAsking, setAsking] = useState(false)

  const submit = () => {
    if (state.check()) setAsking(true)
  }
  const save: SavePromptProps["onSave"] = async (said) => {
    if (!state.criteria) return
    try {
      const { criteria, operation } = await mutateAsync({
        criteria: state.criteria,
        stay: stored?.stay,
        guard: stored?.guard,
        ...said,
      })
      if (operation?.status === "succeeded")
        sayUndoable(t("builder.saved", { joined: operation.joined, left: operation.left }), operation)
      else if (criteria?.status === "paused") toast.success(t("builder.savedAndPaused"))
      else toast.success(t("builder.savedAndRunning", { name: group.name }))
      handleSuccess()
    } catch (error) {
      if (!state.showError(error)) toast.error(messageOf(error))
    }
  }

  return (
    <BuilderWindow
      name={group.name}
      state={state}
      isTouched={state.history.canUndo}
      onSubmit={submit}
      footer={<FormFooter window={RouteFocusModal} isSaving={isPending} />}
    >
      {isAsking && (
        <SavePrompt
          group={group}
          preview={state.preview.isOld ? undefined : state.preview.data}
          hasMuted={state.hasMuted}
          onSave={save}
          onClose={() => setAsking(false)}
        />
      )}
    </BuilderWindow>
  )
}

export default CriteriaForm
