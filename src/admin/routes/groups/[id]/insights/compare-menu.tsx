import { Button, Popover } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { ChoiceList } from "../../../../components/data-table"
import { useOtherGroups } from "../../../../hooks/group-options"

interface Props {
  groupId: string
  value: string[]
  onChange: (ids: string[]) => void
}

/** As many as the route compares. */
const MOST = 20

/** Chooses the groups to compare with. */
export const CompareMenu = ({ groupId, value, onChange }: Props) => {
  const { t } = useTranslation("customerGroups")
  const useOthers = useOtherGroups(groupId, value)

  return (
    <Popover>
      <Popover.Trigger asChild>
        <Button type="button" size="small" variant="transparent" className="text-ui-fg-subtle -mx-2 -my-1">
          {value.length ? t("insights.comparing", { count: value.length }) : t("insights.compare")}
        </Button>
      </Popover.Trigger>
      <Popover.Content align="end" className="p-0">
        <ChoiceList
          isMultiple
          hasSearch
          label={t("domain")}
          options={[]}
          useOptions={useOthers}
          value={value}
          onChange={(ids) => onChange(((ids as string[] | undefined) ?? []).slice(0, MOST))}
        />
        {value.length > 0 && (
          <div className="border-t p-1">
            <Button type="button" size="small" variant="transparent" className="w-full" onClick={() => onChange([])}>
              {t("actions.clearAll")}
            </Button>
          </div>
        )}
      </Popover.Content>
    </Popover>
  )
}
