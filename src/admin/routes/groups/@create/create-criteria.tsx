import { KeyboundForm, RouteFocusModal, useRouteModal } from "@medusajs/dashboard/components"
import { Button, Heading, Text, toast } from "@medusajs/ui"
import { useEffect } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import type { Criteria } from "../../../../types"
import { CriteriaBuilder, useBuilderState } from "../../../components/criteria-builder"
import { useCreateAutomaticGroup } from "../../../hooks/group-criteria"
import { messageOf } from "../../../lib/errors"
import { submitKeys } from "../../../lib/submit-keys"

interface Props {
  name: string
  first: Criteria | undefined
  onBack: () => void
}

/** The second step of creating a group: which criteria fill it. */
const CreateCriteria = ({ name, first, onBack }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { handleSuccess } = useRouteModal()
  const { mutateAsync, isPending } = useCreateAutomaticGroup()
  const state = useBuilderState(first, {})

  const form = useForm({ defaultValues: { name: "" } })
  const { setValue } = form
  useEffect(() => setValue("name", name, { shouldDirty: true }), [name, setValue])

  const submit = async () => {
    if (!state.check() || !state.criteria) return
    try {
      const { customer_group } = await mutateAsync({ name, criteria: state.criteria })
      toast.success(t("create.success", { name: customer_group.name }))
      handleSuccess(`/groups/${customer_group.id}`)
    } catch (error) {
      if (!state.showError(error)) toast.error(messageOf(error))
    }
  }

  return (
    <RouteFocusModal.Form form={form}>
      <KeyboundForm
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
        onKeyDown={submitKeys(() => void submit())}
        className="flex h-full flex-col overflow-hidden"
      >
        <RouteFocusModal.Header />
        <RouteFocusModal.Body className="flex-1 overflow-y-auto">
          <div className="mx-auto flex w-full max-w-[1180px] flex-col gap-y-6 px-4 py-6 md:px-8 md:py-10">
            <div>
              <RouteFocusModal.Title asChild>
                <Heading className="break-words">{t("builder.heading", { name })}</Heading>
              </RouteFocusModal.Title>
              <RouteFocusModal.Description asChild>
                <Text size="small" className="text-ui-fg-subtle text-pretty">
                  {t("builder.hint")}
                </Text>
              </RouteFocusModal.Description>
            </div>
            <CriteriaBuilder state={state} />
          </div>
        </RouteFocusModal.Body>
        <RouteFocusModal.Footer>
          <Button type="button" size="small" variant="secondary" onClick={onBack}>
            {t("actions.back")}
          </Button>
          <Button type="submit" size="small" isLoading={isPending}>
            {t("actions.create")}
          </Button>
        </RouteFocusModal.Footer>
      </KeyboundForm>
    </RouteFocusModal.Form>
  )
}

export default CreateCriteria
