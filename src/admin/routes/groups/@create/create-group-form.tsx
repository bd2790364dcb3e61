import { KeyboundForm, RouteFocusModal, useRouteModal } from "@medusajs/dashboard/components"
import { Heading, RadioGroup, Text, toast } from "@medusajs/ui"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { useLocation } from "react-router-dom"
import type { Criteria } from "../../../../types"
import { BuilderWindowSkeleton } from "../../../components/criteria-builder/builder-window-skeleton"
import { FormFooter } from "../../../components/form-footer"
import { NameField } from "../../../components/group-form/name-field"
import { useGroupForm } from "../../../components/group-form/use-group-form"
import { useCreateGroup } from "../../../hooks/customer-groups"
import { useTemplates } from "../../../hooks/criteria-catalogue"
import { submitKeys } from "../../../lib/submit-keys"
import { TemplateList } from "./template-list"
import { choiceIn, WAYS, type Way } from "./ways"

/** Loaded when it is needed: a group that is filled by hand needs no builder. */
const CreateCriteria = lazy(() => import("./create-criteria"))

/** Name first; then how customers get in. */
export const CreateGroupForm = () => {
  const { t } = useTranslation("customerGroups")
  const { handleSuccess } = useRouteModal()
  const { mutateAsync, isPending } = useCreateGroup()
  const first = choiceIn(useLocation().state)
  const [way, setWay] = useState(first.way)
  const [template, setTemplate] = useState(first.template)
  const { data: catalogue } = useTemplates({ enabled: way === "template" })
  /** What the builder begins with, and the name of the group; set when it is opened. */
  const [second, setSecond] = useState<{ name: string; criteria?: Criteria }>()

  const { form, submit, checkTaken } = useGroupForm(async (values) => {
    const chosen = way === "template" ? catalogue?.templates.find(({ id }) => id === template) : undefined
    if (way !== "hand") return setSecond({ ...values, criteria: chosen?.criteria })
    const { customer_group } = await mutateAsync(values)
    toast.success(t("create.success", { name: customer_group.name }))
    handleSuccess(`/groups/${customer_group.id}`)
  })

  if (second)
    return (
      <Suspense fallback={<BuilderWindowSkeleton />}>
        <CreateCriteria name={second.name} first={second.criteria} onBack={() => setSecond(undefined)} />
      </Suspense>
    )

  return (
    <RouteFocusModal.Form form={form}>
      <KeyboundForm
        onSubmit={submit}
        {...submitKeys(submit, { enterSaves: true })}
        className="flex h-full flex-col overflow-hidden"
      >
        <RouteFocusModal.Header />
        <RouteFocusModal.Body className="flex flex-1 flex-col items-center overflow-y-auto">
          <div className="flex w-full max-w-[720px] flex-col gap-y-8 px-6 py-16">
            <div>
              <RouteFocusModal.Title asChild>
                <Heading>{t("create.title")}</Heading>
              </RouteFocusModal.Title>
              <RouteFocusModal.Description asChild>
                <Text size="small" className="text-ui-fg-subtle">
                  {t("create.hint")}
                </Text>
              </RouteFocusModal.Description>
            </div>
            <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
              <NameField onLeave={checkTaken} />
            </div>
            <div className="flex flex-col gap-y-3">
              <Text size="small" leading="compact" weight="plus" id="way">
                {t("create.way")}
              </Text>
              <RadioGroup
                value={way}
                onValueChange={(value) => setWay(value as Way)}
                aria-labelledby="way"
                className="grid grid-cols-1 gap-2 md:grid-cols-3"
              >
                {WAYS.map((each) => (
                  <RadioGroup.ChoiceBox
                    key={each}
                    value={each}
                    label={t(`create.ways.${each}.label`)}
                    description={t(`create.ways.${each}.hint`)}
                  />
                ))}
              </RadioGroup>
            </div>
            {way === "template" && <TemplateList chosen={template} onChoose={setTemplate} />}
          </div>
        </RouteFocusModal.Body>
        <FormFooter
          window={RouteFocusModal}
          isSaving={isPending}
          submitText={way === "hand" ? t("actions.create") : t("actions.continue")}
        />
      </KeyboundForm>
    </RouteFocusModal.Form>
  )
}
