import { useState } from "react"
import type { UseFieldArrayReturn, UseFormReturn } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { emptyRow } from "../../../../lib/metadata"
import type { MetadataFormValues } from "./metadata-form"
import { MetadataRowMenu } from "./metadata-row-menu"
import { MetadataCell } from "./metadata-cell"

interface Props {
  form: UseFormReturn<MetadataFormValues>
  fieldArray: UseFieldArrayReturn<MetadataFormValues, "rows">
}

/** Keys and values, a pair a row. */
export const MetadataTable = ({ form, fieldArray: { fields, insert, remove } }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { register, formState } = form

  const [firstEditable] = useState(() => fields.findIndex((row) => !row.fixed))
  const focusRow = (index: number) => () => form.setFocus(`rows.${index}.key`)
  const insertAt = (index: number) => {
    insert(index, emptyRow(), { shouldFocus: false })
    return focusRow(index)
  }
  // The table never loses its last row, else there would be none to type in.
  const removeAt = (index: number) => {
    remove(index)
    if (fields.length === 1) insert(0, emptyRow(), { shouldFocus: false })
    return focusRow(Math.max(0, Math.min(index, fields.length - 2)))
  }

  return (
    <div
      role="table"
      aria-label={t("metadata.title")}
      className="bg-ui-bg-base shadow-elevation-card-rest flex flex-col divide-y rounded-lg"
    >
      <div
        role="row"
        className="bg-ui-bg-subtle txt-compact-small-plus text-ui-fg-subtle grid grid-cols-2 divide-x rounded-t-lg"
      >
        <div role="columnheader" className="px-2 py-1.5">
          {t("metadata.key")}
        </div>
        <div role="columnheader" className="px-2 py-1.5">
          {t("metadata.value")}
        </div>
      </div>
      {fields.map((row, index) => (
        <div key={row.id} role="row" className="group/row relative grid grid-cols-2 divide-x">
          <MetadataCell
            {...register(`rows.${index}.key`)}
            aria-label={t("metadata.keyOfRow", { row: index + 1 })}
            placeholder={t("metadata.key")}
            autoFocus={index === firstEditable}
            readOnly={row.fixed !== undefined}
            hasProblem={formState.errors.rows?.[index]?.key !== undefined}
          />
          <MetadataCell
            {...register(`rows.${index}.text`)}
            aria-label={t("metadata.valueOfRow", { row: index + 1 })}
            placeholder={t("metadata.value")}
            readOnly={row.fixed !== undefined}
            hasProblem={formState.errors.rows?.[index]?.text !== undefined}
          />
          <MetadataRowMenu
            label={t("metadata.rowMenu", { row: index + 1 })}
            onInsertAbove={() => insertAt(index)}
            onInsertBelow={() => insertAt(index + 1)}
            onDelete={() => removeAt(index)}
          />
        </div>
      ))}
    </div>
  )
}
