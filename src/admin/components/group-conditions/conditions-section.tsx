import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { usePermissions } from "../../hooks/permissions"
import type { GroupCondition } from "../../lib/group-condition"
import { SectionHeader } from "../section-header"
import { Condition } from "./condition"

/** The conditions of a price list or promotion on customer groups; nothing if it has none. */
export const ConditionsSection = ({ conditions }: { conditions: GroupCondition[] }) => {
  const { t } = useTranslation("customerGroups")
  const can = usePermissions()
  if (!conditions.length || !can("customer_group", "read")) return null

  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("conditions.title")} />
      {conditions.map((condition) => (
        <Condition
          key={`${condition.kind}-${condition.isNegated}-${condition.groupIds.join()}`}
          condition={condition}
          text={t(`conditions.${condition.kind}.${condition.isNegated ? "notIn" : "in"}`)}
        />
      ))}
    </Container>
  )
}
