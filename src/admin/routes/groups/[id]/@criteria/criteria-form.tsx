import { KeyboundForm, RouteFocusModal, useRouteModal } from "@medusajs/dashboard/components"
import { Heading, Text, toast } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import type { AdminGroupCriteria, AdminGroupDetails } from "../../../../../types"
import { CriteriaBuilder, useBuilderState } from "../../../../components/criteria-builder"
import { FormFooter } from "../../../../components/form-footer"
import { useSetCriteria } from "../../../../hooks/group-criteria"
import { messageOf } from "../../../../lib/errors"
import { submitKeys } from "../../../../lib/submit-keys"
import { SavePrompt } from "./save-prompt"

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
  const state = useBuilderState(stored?.criteria, { group_id: group.id, stay: stored?.stay })
  const [isAsking, setAsking] = useState(false)

  // The window asks before it is closed if its form was touched.
  const form = useForm({ defaultValues: { changes: false } })
  const { setValue } = form
  const { canUndo } = state.history
  useEffect(() => setValue("changes", canUndo, { shouldDirty: true }), [canUndo, setValue])

  const submit = () => {
    if (state.check()) setAsking(true)
  }
  const save = async (tellsCustomers: boolean) => {
    if (!state.criteria) return
    try {
      const { operation } = await mutateAsync({
        criteria: state.criteria,
        stay: stored?.stay,
        guard: stored?.guard,
        tell_customers: tellsCustomers,
      })
      const isDone = operation?.status === "succeeded"
      toast.success(
        isDone
          ? t("builder.saved", { joined: operation.joined, left: operation.left })
          : t("builder.savedAndRunning", { name: group.name }),
      )
      handleSuccess()
    } catch (error) {
      if (!state.showError(error)) toast.error(messageOf(error))
    }
  }

  return (
    <RouteFocusModal.Form form={form}>
      <KeyboundForm
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
        onKeyDown={submitKeys(submit)}
        className="flex h-full flex-col overflow-hidden"
      >
        <RouteFocusModal.Header />
        <RouteFocusModal.Body className="flex-1 overflow-y-auto">
          <div className="mx-auto flex w-full max-w-[1180px] flex-col gap-y-6 px-4 py-6 md:px-8 md:py-10">
            <div>
              <Heading className="break-words">{t("builder.heading", { name: group.name })}</Heading>
              <Text size="small" className="text-ui-fg-subtle text-pretty">
                {t("builder.hint")}
              </Text>
            </div>
            <CriteriaBuilder state={state} />
          </div>
        </RouteFocusModal.Body>
        <FormFooter window={RouteFocusModal} isSaving={isPending} />
      </KeyboundForm>
      {isAsking && (
        <SavePrompt
          group={group}
          preview={state.preview.isOld ? undefined : state.preview.data}
          hasMuted={state.hasMuted}
          onSave={save}
          onClose={() => setAsking(false)}
        />
      )}
    </RouteFocusModal.Form>
  )
}

export default CriteriaForm
