import { KeyboundForm, RouteDrawer, useRouteModal } from "@medusajs/dashboard/components"
import { useTranslation } from "react-i18next"
import { FormFooter } from "../../../../components/form-footer"
import { NameField } from "../../../../components/group-form/name-field"
import { useGroupForm } from "../../../../components/group-form/use-group-form"
import { useUpdateGroup } from "../../../../hooks/customer-groups"
import { useUndoToast } from "../../../../hooks/undo"
import { submitKeys } from "../../../../lib/submit-keys"

export const EditGroupForm = ({ group }: { group: { id: string; name: string } }) => {
  const { t } = useTranslation("customerGroups")
  const { handleSuccess } = useRouteModal()
  const { mutateAsync, isPending } = useUpdateGroup(group.id)
  const sayUndoable = useUndoToast(group.id)

  const { form, submit, checkTaken } = useGroupForm(async (values) => {
    sayUndoable(t("edit.success", { name: values.name }), await mutateAsync(values))
    handleSuccess()
  }, group)

  return (
    <RouteDrawer.Form form={form}>
      <KeyboundForm
        onSubmit={submit}
        {...submitKeys(submit, { enterSaves: true })}
        className="flex flex-1 flex-col overflow-hidden"
      >
        <RouteDrawer.Body className="flex-1 overflow-y-auto">
          <NameField onLeave={checkTaken} />
        </RouteDrawer.Body>
        <FormFooter window={RouteDrawer} isSaving={isPending} />
      </KeyboundForm>
    </RouteDrawer.Form>
  )
}
