import { Drawer, Hint, toast } from "@medusajs/ui"
import { useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import { useGroupOptions } from "../../hooks/group-options"
import { useChangeCustomerGroups } from "../../hooks/members"
import { messageOf } from "../../lib/errors"
import { submitKeys } from "../../lib/submit-keys"
import { ChoiceList } from "../data-table"
import { FormFooter } from "../form-footer"

interface Props {
  customerId: string
  onDone: () => void
}

export const AddToGroupsForm = ({ customerId, onDone }: Props) => {
  const { t } = useTranslation("customerGroups")
  const [groupIds, setGroupIds] = useState<string[]>([])
  const [isRefused, setRefused] = useState(false)
  const { mutateAsync, isPending } = useChangeCustomerGroups(customerId)

  const submit = async () => {
    if (!groupIds.length) return setRefused(true)
    try {
      await mutateAsync({ add: groupIds })
      toast.success(t("customer.added", { count: groupIds.length }))
      onDone()
    } catch (error) {
      toast.error(messageOf(error))
    }
  }

  return (
    <form
      className="flex flex-1 flex-col overflow-hidden"
      {...submitKeys(submit)}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Drawer.Body className="flex flex-1 flex-col gap-y-2 overflow-hidden">
        <Hint>{t("customer.addHint")}</Hint>
        <ChoiceList
          isMultiple
          hasSearch
          className="shadow-borders-base w-full rounded-lg"
          label={t("customer.title")}
          options={[]}
          useOptions={useGroupOptions}
          value={groupIds}
          onChange={(ids) => setGroupIds((ids as string[] | undefined) ?? [])}
        />
        {isRefused && !groupIds.length && (
          <Hint variant="error" role="alert">
            {t("customer.noneChosen")}
          </Hint>
        )}
      </Drawer.Body>
      <FormFooter window={Drawer} isSaving={isPending} />
    </form>
  )
}
