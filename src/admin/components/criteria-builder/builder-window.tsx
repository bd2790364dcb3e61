import { KeyboundForm, RouteFocusModal } from "@medusajs/dashboard/components"
import { Heading, Text } from "@medusajs/ui"
import { type ReactNode, useEffect } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { submitKeys } from "../../lib/submit-keys"
import { CriteriaBuilder } from "./criteria-builder"
import type { BuilderState } from "./use-builder-state"

interface Props {
  /** Of the group. */
  name: string
  state: BuilderState
  /** Something would be lost if the window were closed. */
  isTouched: boolean
  onSubmit: () => void
  footer: ReactNode
  /** Beside the form, such as a question. */
  children?: ReactNode
}

/** The builder as a full window: within Medusa's `RouteFocusModal`. */
export const BuilderWindow = ({ name, state, isTouched, onSubmit, footer, children }: Props) => {
  const { t } = useTranslation("customerGroups")
  // The window asks before it is closed if its form was touched.
  const form = useForm({ defaultValues: { isTouched: false } })
  const { setValue } = form
  useEffect(() => setValue("isTouched", isTouched, { shouldDirty: true }), [isTouched, setValue])

  return (
    <RouteFocusModal.Form form={form}>
      <KeyboundForm
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
        {...submitKeys(onSubmit)}
        className="flex h-full flex-col overflow-hidden"
      >
        <RouteFocusModal.Header />
        <RouteFocusModal.Body className="flex-1 overflow-y-auto">
          <div className="mx-auto flex w-full max-w-[1180px] flex-col gap-y-6 px-4 py-6 md:px-8 md:py-10">
            <div>
              <RouteFocusModal.Title asChild>
                <Heading className="break-words">{t("builder.heading", { name })}</Heading>
              </RouteFocusModal.Title>
              <RouteFocusModal.Description asChild>
                <Text size="small" className="text-ui-fg-subtle text-pretty">
                  {t("builder.hint")}
                </Text>
              </RouteFocusModal.Description>
            </div>
            <CriteriaBuilder state={state} />
          </div>
        </RouteFocusModal.Body>
        {footer}
      </KeyboundForm>
      {children}
    </RouteFocusModal.Form>
  )
}
