import { useTranslation } from "react-i18next"
import { GroupDrawer } from "../../../../components/group-drawer"
import { MetadataForm } from "./metadata-form"

const MetadataPage = () => {
  const { t } = useTranslation("customerGroups")

  return (
    <GroupDrawer title={t("metadata.editTitle")} hint={t("metadata.editHint")} skeletonHeight={148}>
      {(group) => <MetadataForm groupId={group.id} metadata={group.metadata} />}
    </GroupDrawer>
  )
}

export default MetadataPage
