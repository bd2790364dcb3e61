import { History } from "@medusajs/icons"
import { Drawer, Heading, IconButton } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { HistoryList } from "./history-list"

/** Which groups a customer joined and left. */
export const HistoryDrawer = ({ customerId }: { customerId: string }) => {
  const { t } = useTranslation("customerGroups")
  const [isOpen, setOpen] = useState(false)

  return (
    <Drawer open={isOpen} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <IconButton type="button" size="small" variant="transparent" aria-label={t("customer.history.action")}>
          <History />
        </IconButton>
      </Drawer.Trigger>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title asChild>
            <Heading>{t("customer.history.title")}</Heading>
          </Drawer.Title>
          <Drawer.Description className="sr-only">{t("customer.history.hint")}</Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="overflow-y-auto p-0">{isOpen && <HistoryList customerId={customerId} />}</Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}
