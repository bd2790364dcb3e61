import { useTranslation } from "react-i18next"

/** A component, since a plain text would stay in the language it was first asked in. */
export const GroupsBreadcrumb = () => {
  const { t } = useTranslation("customerGroups")
  return <>{t("domain")}</>
}
