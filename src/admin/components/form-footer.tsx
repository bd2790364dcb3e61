import { Button } from "@medusajs/ui"
import type { ComponentType, ReactNode } from "react"
import { useTranslation } from "react-i18next"

interface Props {
  /** The kind of window the form stands in: a drawer or a window over the whole page, of a route or not. */
  window: {
    Footer: ComponentType<{ children: ReactNode }>
    Close: ComponentType<{ asChild?: boolean; children: ReactNode }>
  }
  isSaving: boolean
  /** Of the button that sends the form; "Save" without one. */
  submitText?: string
  /** What stands before the buttons. */
  children?: ReactNode
}

/** The end of a form in a window: Cancel, which closes it, and Save, which sends the form. */
export const FormFooter = ({ window: { Footer, Close }, isSaving, submitText, children }: Props) => {
  const { t } = useTranslation("customerGroups")

  return (
    <Footer>
      {children}
      <Close asChild>
        <Button type="button" size="small" variant="secondary">
          {t("actions.cancel")}
        </Button>
      </Close>
      <Button type="submit" size="small" isLoading={isSaving}>
        {submitText ?? t("actions.save")}
      </Button>
    </Footer>
  )
}
