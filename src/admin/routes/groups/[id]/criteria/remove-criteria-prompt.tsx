import { RadioGroup, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ConfirmPrompt } from "../../../../components/confirm-prompt"
import { useRemoveCriteria } from "../../../../hooks/group-criteria"
import { useUndoToast } from "../../../../hooks/undo"
import { messageOf } from "../../../../lib/errors"

interface Props {
  group: { id: string; name: string }
  open: boolean
  onClose: () => void
}

type Fate = "keep" | "remove"

/** Asks what becomes of the members that the criteria have let in. */
export const RemoveCriteriaPrompt = ({ group, open, onClose }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { mutateAsync } = useRemoveCriteria(group.id)
  const sayUndoable = useUndoToast(group.id)
  const [members, setMembers] = useState<Fate>("keep")

  const remove = async () => {
    try {
      const { operation } = await mutateAsync(members)
      sayUndoable(t("criteria.removed", { count: operation.left }), operation)
    } catch (error) {
      toast.error(messageOf(error))
    }
  }

  return (
    <ConfirmPrompt
      open={open}
      title={t("criteria.removeTitle", { name: group.name })}
      confirmText={t("criteria.remove")}
      onConfirm={() => void remove()}
      onClose={onClose}
    >
      <RadioGroup
        value={members}
        onValueChange={(value) => setMembers(value as Fate)}
        aria-label={t("criteria.removeChoice")}
        className="flex flex-col gap-y-2"
      >
        {(["keep", "remove"] as const).map((fate) => (
          <RadioGroup.ChoiceBox
            key={fate}
            value={fate}
            label={t(`criteria.fate.${fate}.label`)}
            description={t(`criteria.fate.${fate}.hint`)}
          />
        ))}
      </RadioGroup>
    </ConfirmPrompt>
  )
}
