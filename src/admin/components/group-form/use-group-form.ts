import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { isNameTaken } from "../../hooks/customer-groups"
import { fieldOf } from "../../lib/errors"

export interface GroupFormValues {
  name: string
}

const LONGEST_NAME = 255

/**
 * The form of a group's name, for creating and editing.
 *
 * @param group the one being edited, or what a new one is called at first; that name is not looked up
 * @param save stores the name; what it throws is said beside the field
 */
export const useGroupForm = (
  save: (values: GroupFormValues) => Promise<void>,
  group?: { id?: string; name: string },
) => {
  const { t } = useTranslation("customerGroups")
  const form = useForm<GroupFormValues>({ defaultValues: { name: group?.name ?? "" } })

  const problemOf = (name: string) => {
    if (!name) return t("name.missing")
    return name.length > LONGEST_NAME ? t("name.tooLong") : undefined
  }
  const say = (message: string) => form.setError("name", { message }, { shouldFocus: true })

  const isTaken = async (name: string) =>
    name !== group?.name && (await isNameTaken(name, group?.id).catch(() => false))

  const checkTaken = async () => {
    const name = form.getValues("name").trim()
    if (problemOf(name)) return
    // Meanwhile somebody may have typed on.
    if ((await isTaken(name)) && form.getValues("name").trim() === name)
      form.setError("name", { message: t("name.taken", { name }) })
  }

  const submit = form.handleSubmit(async (values) => {
    const name = values.name.trim()
    const problem = problemOf(name)
    if (problem) return say(problem)
    // Asked for first, for a sentence in the user's language; the API refuses a taken name in any case.
    if (await isTaken(name)) return say(t("name.taken", { name }))
    try {
      await save({ name })
    } catch (error) {
      const { field, message } = fieldOf(error)
      if (field === "name") say(message)
      else toast.error(message)
    }
  })

  return { form, submit, checkTaken }
}
