import { KeyboundForm, RouteFocusModal, useRouteModal } from "@medusajs/dashboard/components"
import { Heading, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { FormFooter } from "../../../components/form-footer"
import { NameField } from "../../../components/group-form/name-field"
import { useGroupForm } from "../../../components/group-form/use-group-form"
import { useCreateGroup } from "../../../hooks/customer-groups"
import { submitKeys } from "../../../lib/submit-keys"

export const CreateGroupForm = () => {
  const { t } = useTranslation("customerGroups")
  const { handleSuccess } = useRouteModal()
  const { mutateAsync, isPending } = useCreateGroup()

  const { form, submit, checkTaken } = useGroupForm(async (values) => {
    const { customer_group } = await mutateAsync(values)
    toast.success(t("create.success", { name: customer_group.name }))
    handleSuccess(`/groups/${customer_group.id}`)
  })

  return (
    <RouteFocusModal.Form form={form}>
      <KeyboundForm
        onSubmit={submit}
        onKeyDown={submitKeys(submit, { enterSaves: true })}
        className="flex h-full flex-col overflow-hidden"
      >
        <RouteFocusModal.Header />
        <RouteFocusModal.Body className="flex flex-1 flex-col items-center overflow-y-auto">
          <div className="flex w-full max-w-[720px] flex-col gap-y-8 px-6 py-16">
            <div>
              <RouteFocusModal.Title asChild>
                <Heading>{t("create.title")}</Heading>
              </RouteFocusModal.Title>
              <RouteFocusModal.Description asChild>
                <Text size="small" className="text-ui-fg-subtle">
                  {t("create.hint")}
                </Text>
              </RouteFocusModal.Description>
            </div>
            <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
              <NameField onLeave={checkTaken} />
            </div>
          </div>
        </RouteFocusModal.Body>
        <FormFooter window={RouteFocusModal} isSaving={isPending} submitText={t("actions.create")} />
      </KeyboundForm>
    </RouteFocusModal.Form>
  )
}
