import { Checkbox, Label, RadioGroup, toast } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import {
  GROUP_EXPORT_COLUMNS,
  GROUP_EXPORT_FORMATS,
  type GroupExportColumn,
  type GroupExportFormat,
} from "../../../types/http/exports"
import { useExportGroup } from "../../hooks/exports"
import { messageOf } from "../../lib/errors"
import { ConfirmPrompt } from "../confirm-prompt"

interface Props {
  group: { id: string; name: string; member_count: number }
  onClose: () => void
}

/** Asks what of the customers shall be in the file, and has it made. */
export const ExportGroupPrompt = ({ group, onClose }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { mutateAsync } = useExportGroup(group.id)
  const [format, setFormat] = useState<GroupExportFormat>("csv")
  const [columns, setColumns] = useState<readonly GroupExportColumn[]>(GROUP_EXPORT_COLUMNS)
  const fieldId = useId()

  const exportNow = async () => {
    onClose()
    try {
      await mutateAsync({ format, columns: [...columns] })
      toast.info(t("export.begun"))
    } catch (error) {
      toast.error(messageOf(error))
    }
  }
  const turn = (column: GroupExportColumn, isOn: boolean) =>
    setColumns(GROUP_EXPORT_COLUMNS.filter((each) => (each === column ? isOn : columns.includes(each))))
  // A file without columns says nothing: the last one stays.
  const isLast = (column: GroupExportColumn) => columns.length === 1 && columns[0] === column

  return (
    <ConfirmPrompt
      open
      variant="confirmation"
      title={t("export.title", { name: group.name })}
      confirmText={t("export.action")}
      onConfirm={() => void exportNow()}
      onClose={onClose}
    >
      <span>{t("export.hint", { count: group.member_count })}</span>
      <RadioGroup
        value={format}
        onValueChange={(value) => setFormat(value as GroupExportFormat)}
        aria-label={t("export.format")}
        className="flex flex-col gap-y-2"
      >
        {GROUP_EXPORT_FORMATS.map((value) => (
          <div key={value} className="flex items-center gap-x-2">
            <RadioGroup.Item value={value} id={`${fieldId}-${value}`} />
            <Label size="small" htmlFor={`${fieldId}-${value}`}>
              {t(`export.formats.${value}`)}
            </Label>
          </div>
        ))}
      </RadioGroup>
      <fieldset className="grid grid-cols-2 gap-2">
        <legend className="txt-compact-small-plus text-ui-fg-base mb-2">{t("export.columns")}</legend>
        {GROUP_EXPORT_COLUMNS.map((column) => (
          <div key={column} className="flex items-center gap-x-2">
            <Checkbox
              id={`${fieldId}-${column}`}
              checked={columns.includes(column)}
              disabled={isLast(column)}
              onCheckedChange={(isOn) => turn(column, isOn === true)}
            />
            <Label size="small" htmlFor={`${fieldId}-${column}`}>
              {t(`export.column.${column}`)}
            </Label>
          </div>
        ))}
      </fieldset>
    </ConfirmPrompt>
  )
}
