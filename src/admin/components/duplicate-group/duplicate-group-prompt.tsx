import { Prompt, Skeleton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCopyName } from "../../hooks/copy-name"
import { DuplicateGroupForm } from "./duplicate-group-form"

interface Props {
  group: { id: string; name: string }
  onClose: () => void
}

/** Asks what a copy of the group shall be called, and opens it. */
export const DuplicateGroupPrompt = ({ group, onClose }: Props) => {
  const { t } = useTranslation("customerGroups")
  const name = useCopyName(group.name)

  return (
    <Prompt open onOpenChange={(isOpen) => !isOpen && onClose()} variant="confirmation">
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title className="break-words">{t("duplicate.title", { name: group.name })}</Prompt.Title>
          <Prompt.Description>{t("duplicate.hint")}</Prompt.Description>
        </Prompt.Header>
        {name === undefined ? (
          <Skeleton className="m-6 h-[58px] rounded-lg" />
        ) : (
          <DuplicateGroupForm group={group} firstName={name} onClose={onClose} />
        )}
      </Prompt.Content>
    </Prompt>
  )
}
