import { Form, KeyboundForm } from "@medusajs/dashboard/components"
import { Button, Prompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { NameField } from "../../../components/group-form/name-field"
import { useGroupForm } from "../../../components/group-form/use-group-form"
import { submitKeys } from "../../../lib/submit-keys"

interface Props {
  group: { name: string }
  isRestoring: boolean
  onRestore: (name: string) => Promise<void>
  onClose: () => void
}

/** Asks for another name for a group whose own one another group has by now. */
export const RestorePrompt = ({ group, isRestoring, onRestore, onClose }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { form, submit, checkTaken } = useGroupForm(({ name }) => onRestore(name), {
    name: t("deleted.newName", { name: group.name }),
  })

  return (
    <Prompt open onOpenChange={(isOpen) => !isOpen && onClose()} variant="confirmation">
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title className="break-words">{t("deleted.nameTitle", { name: group.name })}</Prompt.Title>
          <Prompt.Description>{t("deleted.nameHint")}</Prompt.Description>
        </Prompt.Header>
        <Form {...form}>
          <KeyboundForm onSubmit={submit} {...submitKeys(submit, { enterSaves: true })}>
            <div className="px-6 pt-4">
              <NameField onLeave={checkTaken} isChosen />
            </div>
            <Prompt.Footer>
              <Prompt.Cancel>{t("actions.cancel")}</Prompt.Cancel>
              <Button type="submit" size="small" isLoading={isRestoring}>
                {t("deleted.restore")}
              </Button>
            </Prompt.Footer>
          </KeyboundForm>
        </Form>
      </Prompt.Content>
    </Prompt>
  )
}
