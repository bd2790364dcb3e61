import { Prompt } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"

interface Props {
  open: boolean
  title: string
  children: ReactNode
  confirmText: string
  onConfirm: () => void
  onClose: () => void
  /** Red and without a close by a click beside it; else an ordinary question. */
  variant?: "danger" | "confirmation"
}

/** A question before something is done. (Medusa's `usePrompt` takes plain text only.) */
export const ConfirmPrompt = ({
  open,
  title,
  children,
  confirmText,
  onConfirm,
  onClose,
  variant = "danger",
}: Props) => {
  const { t } = useTranslation("customerGroups")

  return (
    <Prompt open={open} onOpenChange={(isOpen) => !isOpen && onClose()} variant={variant}>
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title className="break-words">{title}</Prompt.Title>
          <Prompt.Description asChild>
            <div className="flex flex-col gap-y-3">{children}</div>
          </Prompt.Description>
        </Prompt.Header>
        <Prompt.Footer>
          <Prompt.Cancel>{t("actions.cancel")}</Prompt.Cancel>
          <Prompt.Action onClick={onConfirm}>{confirmText}</Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
