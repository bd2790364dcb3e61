import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import type { AdminGroupImport, UnknownCustomers } from "../../../../../types"
import { useApplyImport, useCheckImport } from "../../../../hooks/imports"
import { useUndoToast } from "../../../../hooks/undo"
import { fieldOf, messageOf } from "../../../../lib/errors"

interface ImportValues {
  file: File | null
  unknown: UnknownCustomers
  skipProblems: boolean
}

/** Customers whom an import would move. */
export const movedBy = ({ counts: { add, remove, exclude } }: AdminGroupImport) => add + remove + exclude

/** The form of an import: first the file is checked, then it is applied. */
export const useImportForm = (groupId: string) => {
  const { t } = useTranslation("customerGroups")
  const { handleSuccess } = useRouteModal()
  const check = useCheckImport(groupId)
  const apply = useApplyImport(groupId)
  const sayUndoable = useUndoToast(groupId)
  const [checked, setChecked] = useState<AdminGroupImport>()
  const form = useForm<ImportValues>({ defaultValues: { file: null, unknown: "refuse", skipProblems: false } })
  const values = form.watch()

  /** What was checked is no longer what would be imported. */
  const choose = (chosen: Partial<Pick<ImportValues, "file" | "unknown">>) => {
    if (chosen.file !== undefined) form.setValue("file", chosen.file, { shouldDirty: true })
    if (chosen.unknown !== undefined) form.setValue("unknown", chosen.unknown, { shouldDirty: true })
    form.setValue("skipProblems", false)
    form.clearErrors()
    setChecked(undefined)
  }

  const checkFile = async ({ file, unknown }: ImportValues) => {
    if (!file) return form.setError("file", { message: t("import.noFile") })
    try {
      setChecked((await check.mutateAsync({ file, unknown })).import)
    } catch (error) {
      form.setError("file", { message: fieldOf(error).message })
    }
  }

  const applyImport = async ({ id, counts, file_name: file }: AdminGroupImport, { skipProblems }: ImportValues) => {
    if (counts.problems && !skipProblems) return form.setError("skipProblems", { message: t("import.mustSkip") })
    try {
      const { operation } = await apply.mutateAsync({ id, skip_problems: skipProblems })
      sayUndoable(t("import.done", { file, joined: operation.joined, left: operation.left }), operation)
      handleSuccess()
    } catch (error) {
      toast.error(messageOf(error))
    }
  }

  // Not `handleSubmit`: an error of a field that no input is registered for would keep the form from being sent again.
  const submit = () => {
    if (check.isPending || apply.isPending) return
    form.clearErrors()
    if (!checked) void checkFile(form.getValues())
    else if (movedBy(checked)) void applyImport(checked, form.getValues())
  }

  return { form, values, checked, choose, submit, isPending: check.isPending || apply.isPending }
}
