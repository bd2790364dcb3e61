import { Form } from "@medusajs/dashboard/components"
import { Input } from "@medusajs/ui"
import { useFormContext } from "react-hook-form"
import { useTranslation } from "react-i18next"
import type { GroupFormValues } from "./use-group-form"

interface Props {
  /** Called when the field is left. */
  onLeave: () => void
  /** Whether the text is chosen at first, so that typing replaces it. */
  isChosen?: boolean
  /** Whether it has the focus at first; it has, unless said otherwise. */
  isFocused?: boolean
}

export const NameField = ({ onLeave, isChosen, isFocused = true }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { control } = useFormContext<GroupFormValues>()

  return (
    <Form.Field
      control={control}
      name="name"
      render={({ field }) => (
        <Form.Item>
          <Form.Label>{t("fields.name")}</Form.Label>
          <Form.Control>
            <Input
              {...field}
              autoFocus={isFocused}
              autoComplete="off"
              onFocus={isChosen ? (event) => event.target.select() : undefined}
              placeholder={t("name.placeholder")}
              onBlur={() => {
                field.onBlur()
                onLeave()
              }}
            />
          </Form.Control>
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}
