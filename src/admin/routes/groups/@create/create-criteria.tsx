import { RouteFocusModal, useRouteModal } from "@medusajs/dashboard/components"
import { Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Criteria } from "../../../../types"
import { BuilderWindow, useBuilderState } from "../../../components/criteria-builder"
import { useCreateAutomaticGroup } from "../../../hooks/group-criteria"
import { messageOf } from "../../../lib/errors"

interface Props {
  name: string
  first: Criteria | undefined
  onBack: () => void
}

/** The second step of creating a group: which criteria fill it. */
const CreateCriteria = ({ name, first, onBack }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { handleSuccess } = useRouteModal()
  const { mutateAsync, isPending } = useCreateAutomaticGroup()
  const state = useBuilderState(first, {})

  const submit = async () => {
    if (!state.check() || !state.criteria) return
    try {
      const { customer_group } = await mutateAsync({ name, criteria: state.criteria })
      toast.success(t("create.success", { name: customer_group.name }))
      handleSuccess(`/groups/${customer_group.id}`)
    } catch (error) {
      if (!state.showError(error)) toast.error(messageOf(error))
    }
  }

  return (
    <BuilderWindow
      name={name}
      state={state}
      isTouched
      onSubmit={() => void submit()}
      footer={
        <RouteFocusModal.Footer>
          <Button type="button" size="small" variant="secondary" onClick={onBack}>
            {t("actions.back")}
          </Button>
          <Button type="submit" size="small" isLoading={isPending}>
            {t("actions.create")}
          </Button>
        </RouteFocusModal.Footer>
      }
    />
  )
}

export default CreateCriteria
