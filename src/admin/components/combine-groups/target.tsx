import { Form } from "@medusajs/dashboard/components"
import { RadioGroup } from "@medusajs/ui"
import { useId } from "react"
import type { UseFormReturn } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useOtherGroups } from "../../hooks/group-options"
import { ChoiceList } from "../data-table"
import { NameField } from "../group-form/name-field"
import type { GroupFormValues } from "../group-form/use-group-form"
import { Question } from "./question"

/** Into a new group, or into one that is there. */
export type TargetKind = "new" | "existing"

interface Props {
  /** Those that the user may choose; a single one is not asked for. */
  kinds: TargetKind[]
  kind: TargetKind
  onKind: (kind: TargetKind) => void
  /** Id of the group that is there, if it is chosen. */
  groupIds: string[]
  onGroups: (ids: string[]) => void
  problem?: string
  /** The name of a new one. */
  form: UseFormReturn<GroupFormValues>
  onNameLeft: () => void
}

/** Which group customers come into. */
export const Target = ({ kinds, kind, onKind, groupIds, onGroups, problem, form, onNameLeft }: Props) => {
  const { t } = useTranslation("customerGroups")
  const id = useId()
  const useTargets = useOtherGroups(undefined, groupIds)

  return (
    <Question id={id} text={t("combine.into")} problem={kind === "existing" ? problem : undefined}>
      {kinds.length > 1 && (
        <RadioGroup
          value={kind}
          onValueChange={(value) => onKind(value as TargetKind)}
          aria-labelledby={id}
          className="grid grid-cols-1 gap-2 md:grid-cols-2"
        >
          {kinds.map((each) => (
            <RadioGroup.ChoiceBox
              key={each}
              value={each}
              label={t(`combine.targets.${each}.label`)}
              description={t(`combine.targets.${each}.hint`)}
            />
          ))}
        </RadioGroup>
      )}
      {kind === "new" ? (
        <Form {...form}>
          <NameField onLeave={onNameLeft} isFocused={false} />
        </Form>
      ) : (
        <ChoiceList
          hasSearch
          className="shadow-borders-base w-full rounded-lg"
          label={t("combine.target")}
          options={[]}
          useOptions={useTargets}
          value={groupIds[0]}
          onChange={(chosen) => onGroups([chosen as string])}
        />
      )}
    </Question>
  )
}
