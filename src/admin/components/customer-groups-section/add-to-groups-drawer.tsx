import { Button, Drawer, Heading } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { AddToGroupsForm } from "./add-to-groups-form"

export const AddToGroupsDrawer = ({ customerId }: { customerId: string }) => {
  const { t } = useTranslation("customerGroups")
  const [isOpen, setOpen] = useState(false)

  return (
    <Drawer open={isOpen} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button type="button" size="small" variant="secondary" aria-label={t("customer.add")}>
          {t("actions.add")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title asChild>
            <Heading>{t("customer.add")}</Heading>
          </Drawer.Title>
          <Drawer.Description className="sr-only">{t("customer.addHint")}</Drawer.Description>
        </Drawer.Header>
        <AddToGroupsForm customerId={customerId} onDone={() => setOpen(false)} />
      </Drawer.Content>
    </Drawer>
  )
}
