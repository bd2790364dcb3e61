import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { useDuplicateGroup } from "../../hooks/customer-groups"
import { NameForm } from "../group-form/name-form"

interface Props {
  group: { id: string }
  firstName: string
  onClose: () => void
}

/** The name of a copy, and the button that makes it. */
export const DuplicateGroupForm = ({ group, firstName, onClose }: Props) => {
  const { t } = useTranslation("customerGroups")
  const navigate = useNavigate()
  const { mutateAsync, isPending } = useDuplicateGroup(group.id)

  const duplicate = async (name: string) => {
    const { customer_group } = await mutateAsync({ name })
    toast.success(t("create.success", { name: customer_group.name }))
    onClose()
    navigate(`/groups/${customer_group.id}`)
  }

  return <NameForm firstName={firstName} action={t("actions.duplicate")} isSaving={isPending} onSubmit={duplicate} />
}
