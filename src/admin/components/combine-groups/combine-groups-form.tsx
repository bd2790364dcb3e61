import { clx, FocusModal, Heading, Text } from "@medusajs/ui"
import type { FormEvent } from "react"
import { useTranslation } from "react-i18next"
import { useCombinedCount } from "../../hooks/combinations"
import { useOtherGroups } from "../../hooks/group-options"
import { submitKeys } from "../../lib/submit-keys"
import { ChoiceList } from "../data-table"
import { FormFooter } from "../form-footer"
import { Question } from "./question"
import { Target } from "./target"
import { useCombination } from "./use-combination"
import { Ways } from "./ways"

interface Props {
  group: { id: string; name: string }
  onClose: () => void
}

/** With which groups, how, and into which one; with how many customers that results in. */
export const CombineGroupsForm = ({ group, onClose }: Props) => {
  const { t } = useTranslation("customerGroups")
  const { combination, others, setOthers, how, setHow, target, problems, submit, isPending } = useCombination(
    group,
    onClose,
  )
  const useOthers = useOtherGroups(group.id, others)
  const { count, isOld } = useCombinedCount(combination)

  return (
    <form
      className="flex h-full flex-col overflow-hidden"
      {...submitKeys(submit)}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        submit()
      }}
    >
      <FocusModal.Header />
      <FocusModal.Body className="flex flex-1 flex-col items-center overflow-y-auto">
        <div className="flex w-full max-w-[720px] flex-col gap-y-8 px-6 py-16">
          <div>
            <FocusModal.Title asChild>
              <Heading className="break-words">{t("combine.title", { name: group.name })}</Heading>
            </FocusModal.Title>
            <FocusModal.Description asChild>
              <Text size="small" className="text-ui-fg-subtle">
                {t("combine.hint")}
              </Text>
            </FocusModal.Description>
          </div>
          <Question text={t("combine.groups")} problem={problems.others}>
            <ChoiceList
              isMultiple
              hasSearch
              className="shadow-borders-base w-full rounded-lg"
              label={t("domain")}
              options={[]}
              useOptions={useOthers}
              value={others}
              onChange={(ids) => setOthers((ids as string[] | undefined) ?? [])}
            />
          </Question>
          <Ways groupName={group.name} value={how} onChange={setHow} />
          <Target {...target} problem={problems.target} />
        </div>
      </FocusModal.Body>
      <FormFooter window={FocusModal} isSaving={isPending} submitText={t("combine.action")}>
        <Text
          size="small"
          leading="compact"
          aria-live="polite"
          className={clx("text-ui-fg-subtle mr-auto", isOld && "opacity-50")}
        >
          {count !== undefined && t("combine.count", { count })}
        </Text>
      </FormFooter>
    </form>
  )
}
