import { ArrowUpTray } from "@medusajs/icons"
import { clx, Hint, Label, Text } from "@medusajs/ui"
import { type DragEvent, useId, useRef, useState } from "react"
import { useTranslation } from "react-i18next"

interface Props {
  file: File | null
  error?: string
  onChoose: (file: File) => void
}

/** A file that is chosen or dropped. (Medusa's own field is not exported.) */
export const FileField = ({ file, error, onChoose }: Props) => {
  const { t } = useTranslation("customerGroups")
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const fieldId = useId()

  const take = (files: FileList | null) => {
    if (files?.[0]) onChoose(files[0])
  }
  const onDrag = (event: DragEvent, over: boolean) => {
    event.preventDefault()
    setOver(over)
  }

  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus" id={`${fieldId}-label`}>
        {t("import.file")}
      </Label>
      <button
        type="button"
        aria-labelledby={`${fieldId}-label ${fieldId}-text`}
        aria-describedby={error ? `${fieldId}-error` : undefined}
        onClick={() => input.current?.click()}
        onDragOver={(event) => onDrag(event, true)}
        onDragLeave={(event) => onDrag(event, false)}
        onDrop={(event) => {
          onDrag(event, false)
          take(event.dataTransfer.files)
        }}
        className={clx(
          "bg-ui-bg-component border-ui-border-strong transition-fg flex w-full flex-col items-center gap-y-2 rounded-lg border border-dashed p-8",
          "hover:border-ui-border-interactive focus-visible:border-ui-border-interactive focus-visible:shadow-borders-focus outline-none",
          isOver && "!border-ui-border-interactive",
          error && "!border-ui-border-error",
        )}
      >
        <span id={`${fieldId}-text`} className="flex flex-col items-center gap-y-2">
          <span className="text-ui-fg-subtle flex max-w-full items-center gap-x-2">
            <ArrowUpTray className="shrink-0" />
            <Text as="span" className="break-all">
              {file ? file.name : t("import.choose")}
            </Text>
          </span>
          {file && (
            <Text as="span" size="small" leading="compact" className="text-ui-fg-subtle">
              {t("import.chooseOther")}
            </Text>
          )}
        </span>
      </button>
      <input
        hidden
        ref={input}
        type="file"
        accept=".csv,.txt,.tsv,text/csv"
        onChange={({ target }) => {
          take(target.files)
          // The same file, mended meanwhile, can be chosen again.
          target.value = ""
        }}
      />
      {error && (
        <Hint id={`${fieldId}-error`} role="alert" variant="error">
          {error}
        </Hint>
      )}
    </div>
  )
}
