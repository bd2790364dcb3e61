import { Form, KeyboundForm } from "@medusajs/dashboard/components"
import { Button, Prompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { submitKeys } from "../../lib/submit-keys"
import { NameField } from "./name-field"
import { useGroupForm } from "./use-group-form"

interface Props {
  /** Proposed, and chosen, so that typing replaces it. */
  firstName: string
  action: string
  isSaving: boolean
  onSubmit: (name: string) => Promise<void>
}

/** A prompt's field for the name of a group, and its buttons. */
export const NameForm = ({ firstName, action, isSaving, onSubmit }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { form, submit, checkTaken } = useGroupForm(({ name }) => onSubmit(name), { name: firstName })

  return (
    <Form {...form}>
      <KeyboundForm onSubmit={submit} {...submitKeys(submit, { enterSaves: true })}>
        <div className="px-6 pt-4">
          <NameField onLeave={checkTaken} isChosen />
        </div>
        <Prompt.Footer>
          <Prompt.Cancel>{t("actions.cancel")}</Prompt.Cancel>
          <Button type="submit" size="small" isLoading={isSaving}>
            {action}
          </Button>
        </Prompt.Footer>
      </KeyboundForm>
    </Form>
  )
}
