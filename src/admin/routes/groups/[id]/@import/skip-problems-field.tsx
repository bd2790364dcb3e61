import { Checkbox, Hint, Label } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

interface Props {
  count: number
  isOn: boolean
  error?: string
  onChange: (isOn: boolean) => void
}

/** Whether the rows without problems are imported although others have some. */
export const SkipProblemsField = ({ count, isOn, error, onChange }: Props) => {
  const { t } = useTranslation("customerGroups")
  const fieldId = useId()

  return (
    <div className="flex flex-col gap-y-2">
      <div className="flex items-center gap-x-2">
        <Checkbox id={fieldId} checked={isOn} onCheckedChange={(checked) => onChange(checked === true)} />
        <Label size="small" htmlFor={fieldId}>
          {t("import.skipProblems", { count })}
        </Label>
      </div>
      {error && (
        <Hint role="alert" variant="error">
          {error}
        </Hint>
      )}
    </div>
  )
}
