import { Form, KeyboundForm } from "@medusajs/dashboard/components"
import { Button, Prompt, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { useDuplicateGroup } from "../../hooks/customer-groups"
import { submitKeys } from "../../lib/submit-keys"
import { NameField } from "../group-form/name-field"
import { useGroupForm } from "../group-form/use-group-form"

interface Props {
  group: { id: string }
  firstName: string
  onClose: () => void
}

/** The name of a copy, and the button that makes it. */
export const DuplicateGroupForm = ({ group, firstName, onClose }: Props) => {
  const { t } = useTranslation("customerGroups")
  const navigate = useNavigate()
  const { mutateAsync, isPending } = useDuplicateGroup(group.id)

  const { form, submit, checkTaken } = useGroupForm(
    async (values) => {
      const { customer_group } = await mutateAsync(values)
      toast.success(t("create.success", { name: customer_group.name }))
      onClose()
      navigate(`/groups/${customer_group.id}`)
    },
    { name: firstName },
  )

  return (
    <Form {...form}>
      <KeyboundForm onSubmit={submit} {...submitKeys(submit, { enterSaves: true })}>
        <div className="px-6 pt-4">
          <NameField onLeave={checkTaken} isChosen />
        </div>
        <Prompt.Footer>
          <Prompt.Cancel>{t("actions.cancel")}</Prompt.Cancel>
          <Button type="submit" size="small" isLoading={isPending}>
            {t("actions.duplicate")}
          </Button>
        </Prompt.Footer>
      </KeyboundForm>
    </Form>
  )
}
