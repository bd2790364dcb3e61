import { Label, RadioGroup } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { UNKNOWN_CUSTOMERS, type UnknownCustomers } from "../../../../../types/http/imports"
import { usePermissions } from "../../../../hooks/permissions"

interface Props {
  value: UnknownCustomers
  onChange: (value: UnknownCustomers) => void
}

/** What becomes of rows whose customer the shop does not have. */
export const UnknownField = ({ value, onChange }: Props) => {
  const { t } = useTranslation("customerGroups")
  const can = usePermissions()
  const fieldId = useId()
  const offered = UNKNOWN_CUSTOMERS.filter((each) => each !== "create_guests" || can("customer", "create"))

  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus" id={fieldId}>
        {t("import.unknown")}
      </Label>
      <RadioGroup
        value={value}
        onValueChange={(chosen) => onChange(chosen as UnknownCustomers)}
        aria-labelledby={fieldId}
      >
        {offered.map((each) => (
          <RadioGroup.ChoiceBox
            key={each}
            value={each}
            label={t(`import.unknowns.${each}.label`)}
            description={t(`import.unknowns.${each}.hint`)}
          />
        ))}
      </RadioGroup>
    </div>
  )
}
