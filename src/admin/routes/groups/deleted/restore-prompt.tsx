import { Prompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { NameForm } from "../../../components/group-form/name-form"

interface Props {
  group: { name: string }
  isRestoring: boolean
  onRestore: (name: string) => Promise<void>
  onClose: () => void
}

/** Asks for another name for a group whose own one another group has by now. */
export const RestorePrompt = ({ group, isRestoring, onRestore, onClose }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { name } = group

  return (
    <Prompt open onOpenChange={(isOpen) => !isOpen && onClose()} variant="confirmation">
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title className="break-words">{t("deleted.nameTitle", { name })}</Prompt.Title>
          <Prompt.Description>{t("deleted.nameHint")}</Prompt.Description>
        </Prompt.Header>
        <NameForm
          firstName={t("deleted.newName", { name })}
          action={t("deleted.restore")}
          isSaving={isRestoring}
          onSubmit={onRestore}
        />
      </Prompt.Content>
    </Prompt>
  )
}
