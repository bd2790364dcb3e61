import { KeyboundForm, RouteDrawer, useRouteModal } from "@medusajs/dashboard/components"
import { Button, InlineTip, toast } from "@medusajs/ui"
import { useState } from "react"
import { useFieldArray, useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { FormFooter } from "../../../../components/form-footer"
import { useUpdateGroup } from "../../../../hooks/customer-groups"
import { useUndoToast } from "../../../../hooks/undo"
import { messageOf } from "../../../../lib/errors"
import { emptyRow, problemsOf, toChange, toRows, type Metadata, type MetadataRow } from "../../../../lib/metadata"
import { submitKeys } from "../../../../lib/submit-keys"
import { MetadataTable } from "./metadata-table"

export interface MetadataFormValues {
  rows: MetadataRow[]
}

interface Props {
  groupId: string
  metadata: Metadata | null
}

/** Edits keys and values as a table; what is not text stays as it is. */
export const MetadataForm = ({ groupId, metadata }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { handleSuccess } = useRouteModal()
  const { mutateAsync, isPending } = useUpdateGroup(groupId)
  const sayUndoable = useUndoToast(groupId)
  // What the form was opened with: the change is worked out against it, also if the group is loaded again meanwhile.
  const [stored] = useState(metadata)

  const form = useForm<MetadataFormValues>({ defaultValues: { rows: toRows(stored) } })
  const fieldArray = useFieldArray({ control: form.control, name: "rows" })

  const submit = form.handleSubmit(async ({ rows }) => {
    const problems = problemsOf(rows, stored)
    for (const [order, { index, field, code }] of problems.entries()) {
      const message = t(`metadata.problems.${code}`, { row: index + 1, key: rows[index].key.trim() })
      form.setError(`rows.${index}.${field}`, { message }, { shouldFocus: order === 0 })
    }
    if (problems.length) return

    const change = toChange(rows, stored)
    try {
      const operation = Object.keys(change).length ? await mutateAsync({ metadata: change }) : null
      sayUndoable(t("metadata.success"), operation)
      handleSuccess()
    } catch (error) {
      toast.error(messageOf(error))
    }
  })

  const hasFixedRows = fieldArray.fields.some((row) => row.fixed)
  const messages = (form.formState.errors.rows ?? []) as Record<"key" | "text", { message?: string } | undefined>[]

  return (
    <RouteDrawer.Form form={form}>
      <KeyboundForm onSubmit={submit} {...submitKeys(submit)} className="flex flex-1 flex-col overflow-hidden">
        <RouteDrawer.Body className="flex flex-1 flex-col gap-y-4 overflow-y-auto">
          <MetadataTable form={form} fieldArray={fieldArray} />
          <div role="alert" className="txt-small text-ui-fg-error flex flex-col gap-y-1 break-words empty:hidden">
            {Object.values(messages).map((row, index) => (
              <span key={index}>{row?.key?.message ?? row?.text?.message}</span>
            ))}
          </div>
          {hasFixedRows && (
            <InlineTip label={t("metadata.fixedLabel")} className="text-pretty">
              {t("metadata.fixedHint")}
            </InlineTip>
          )}
        </RouteDrawer.Body>
        <FormFooter window={RouteDrawer} isSaving={isPending}>
          <Button
            type="button"
            size="small"
            variant="secondary"
            className="mr-auto"
            onClick={() => fieldArray.append(emptyRow(), { focusName: `rows.${fieldArray.fields.length}.key` })}
          >
            {t("metadata.addRow")}
          </Button>
        </FormFooter>
      </KeyboundForm>
    </RouteDrawer.Form>
  )
}
