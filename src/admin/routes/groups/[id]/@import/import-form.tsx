import { KeyboundForm, RouteFocusModal } from "@medusajs/dashboard/components"
import { Button, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { submitKeys } from "../../../../lib/submit-keys"
import { FileField } from "./file-field"
import { ImportSummary } from "./import-summary"
import { SkipProblemsField } from "./skip-problems-field"
import { UnknownField } from "./unknown-field"
import { movedBy, useImportForm } from "./use-import-form"

interface Props {
  groupId: string
  groupName: string
}

/** Chooses a file, shows what it would do, and imports it. */
export const ImportForm = ({ groupId, groupName }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { form, values, checked, choose, submit, isPending } = useImportForm(groupId)
  const { errors } = form.formState

  return (
    <RouteFocusModal.Form form={form}>
      <KeyboundForm
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
        {...submitKeys(submit)}
        className="flex h-full flex-col overflow-hidden"
      >
        <RouteFocusModal.Header />
        {/* `relative`: the inputs behind the radio buttons would stand in the form, which would scroll too. */}
        <RouteFocusModal.Body className="relative flex-1 overflow-y-auto">
          <div className="mx-auto flex w-full max-w-[720px] flex-col gap-y-8 px-4 py-8 md:py-16">
            <div>
              <RouteFocusModal.Title asChild>
                <Heading>{t("import.title")}</Heading>
              </RouteFocusModal.Title>
              <RouteFocusModal.Description asChild>
                <Text size="small" className="text-ui-fg-subtle text-pretty break-words">
                  {t("import.hint", { name: groupName })}
                </Text>
              </RouteFocusModal.Description>
            </div>
            <FileField file={values.file} error={errors.file?.message} onChoose={(file) => choose({ file })} />
            <UnknownField value={values.unknown} onChange={(unknown) => choose({ unknown })} />
            {checked && <ImportSummary key={checked.id} imported={checked} />}
            {checked && checked.counts.problems > 0 && movedBy(checked) > 0 && (
              <SkipProblemsField
                count={checked.counts.problems}
                isOn={values.skipProblems}
                error={errors.skipProblems?.message}
                onChange={(isOn) => {
                  form.setValue("skipProblems", isOn)
                  form.clearErrors("skipProblems")
                }}
              />
            )}
          </div>
        </RouteFocusModal.Body>
        <RouteFocusModal.Footer>
          <RouteFocusModal.Close asChild>
            <Button type="button" size="small" variant="secondary">
              {t("actions.cancel")}
            </Button>
          </RouteFocusModal.Close>
          <Button type="submit" size="small" isLoading={isPending} disabled={checked && !movedBy(checked)}>
            {checked ? t("import.apply", { count: movedBy(checked) }) : t("import.check")}
          </Button>
        </RouteFocusModal.Footer>
      </KeyboundForm>
    </RouteFocusModal.Form>
  )
}
