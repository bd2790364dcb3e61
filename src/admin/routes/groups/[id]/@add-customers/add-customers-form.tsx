import { KeyboundForm, RouteFocusModal, useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useEffect } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRowSelection, useTableState } from "../../../../components/data-table"
import { FormFooter } from "../../../../components/form-footer"
import { useChangeMembers, useCandidates } from "../../../../hooks/members"
import { useUndoToast } from "../../../../hooks/undo"
import { messageOf } from "../../../../lib/errors"
import { filterBody } from "../../../../lib/filter-body"
import { submitKeys } from "../../../../lib/submit-keys"
import { CandidatesTable } from "./candidates-table"
import { candidatesPrefix } from "./prefix"
import { candidateSortIds } from "./use-candidate-columns"
import { candidateFilterIds } from "./use-candidate-filters"

interface Props {
  groupId: string
  groupName: string
}

/** Chooses customers over several pages, or all that match, and adds them. */
export const AddCustomersForm = ({ groupId, groupName }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { handleSuccess } = useRouteModal()
  const { mutateAsync, isPending } = useChangeMembers(groupId)
  const sayUndoable = useUndoToast(groupId)

  const state = useTableState({ prefix: candidatesPrefix, filterIds: candidateFilterIds, sortIds: candidateSortIds })
  const candidates = useCandidates(groupId, state.query)
  const selection = useRowSelection(state.matchKey, candidates.data?.count ?? 0)

  // The window asks before it is closed if its form was touched; here the choice is what would be lost.
  const form = useForm({ defaultValues: { count: 0 } })
  const { setValue, clearErrors, formState } = form
  useEffect(() => {
    setValue("count", selection.count, { shouldDirty: true })
    // An error of a field that no input is registered for would keep the form from ever being sent again.
    clearErrors("count")
  }, [selection.count, setValue, clearErrors])

  const submit = form.handleSubmit(async () => {
    if (!selection.count) return form.setError("count", { message: t("addCustomers.noneChosen") })
    const { choice } = selection
    try {
      const { operation } = await mutateAsync({
        add: "ids" in choice ? { ids: choice.ids } : { filter: filterBody(state), except: choice.except },
      })
      sayUndoable(t("addCustomers.added", { count: operation.joined }), operation)
      handleSuccess()
    } catch (error) {
      toast.error(messageOf(error))
    }
  })
  const problem = !selection.count && formState.errors.count?.message

  return (
    <RouteFocusModal.Form form={form}>
      <KeyboundForm onSubmit={submit} {...submitKeys(submit)} className="flex h-full flex-col overflow-hidden">
        <RouteFocusModal.Header />
        <RouteFocusModal.Body className="flex min-h-0 flex-1 flex-col overflow-hidden">
          <CandidatesTable groupName={groupName} state={state} candidates={candidates} selection={selection} />
        </RouteFocusModal.Body>
        <FormFooter window={RouteFocusModal} isSaving={isPending}>
          <div role="status" className="txt-compact-small-plus text-ui-fg-subtle mr-auto">
            {problem ? (
              <span className="text-ui-fg-error">{problem}</span>
            ) : (
              t("table.chosen", { count: selection.count })
            )}
          </div>
        </FormFooter>
      </KeyboundForm>
    </RouteFocusModal.Form>
  )
}
