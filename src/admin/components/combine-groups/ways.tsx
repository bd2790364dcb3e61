import { RadioGroup } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { COMBINE_WAYS, type CombineWay } from "../../../types/http/combinations"
import { Question } from "./question"

interface Props {
  groupName: string
  value: CombineWay
  onChange: (how: CombineWay) => void
}

/** How groups are taken together: a card each, with a sentence. */
export const Ways = ({ groupName, value, onChange }: Props) => {
  const { t } = useTranslation("customerGroups")
  const id = useId()

  return (
    <Question id={id} text={t("combine.how")}>
      <RadioGroup
        value={value}
        onValueChange={(how) => onChange(how as CombineWay)}
        aria-labelledby={id}
        className="grid grid-cols-1 gap-2 md:grid-cols-3"
      >
        {COMBINE_WAYS.map((how) => (
          <RadioGroup.ChoiceBox
            key={how}
            value={how}
            label={t(`combine.ways.${how}.label`)}
            description={t(`combine.ways.${how}.hint`, { name: groupName })}
          />
        ))}
      </RadioGroup>
    </Question>
  )
}
