import { ArrowUpRightOnBox } from "@medusajs/icons"
import { Badge, Container, Heading, IconButton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { usePermissions } from "../../../hooks/permissions"
import { useLinkOver } from "../../../hooks/use-link-over"

export const MetadataSection = ({ metadata }: { metadata: Record<string, unknown> | null }) => {
  const { t } = useTranslation("customerGroups")
  const can = usePermissions()
  const linkOver = useLinkOver()

  return (
    <Container className="flex items-center justify-between px-6 py-4">
      <div className="flex items-center gap-x-4">
        <Heading level="h2">{t("metadata.title")}</Heading>
        <Badge size="2xsmall" rounded="full">
          {t("metadata.keys", { count: Object.keys(metadata ?? {}).length })}
        </Badge>
      </div>
      {can("customer_group", "update") && (
        <IconButton
          asChild
          size="small"
          variant="transparent"
          className="text-ui-fg-muted hover:text-ui-fg-subtle"
          aria-label={t("metadata.editTitle")}
        >
          <Link to={linkOver("metadata")}>
            <ArrowUpRightOnBox />
          </Link>
        </IconButton>
      )}
    </Container>
  )
}
