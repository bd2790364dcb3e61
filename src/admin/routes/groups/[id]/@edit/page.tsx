import { useTranslation } from "react-i18next"
import { GroupDrawer } from "../../../../components/group-drawer"
import { EditGroupForm } from "./edit-group-form"

const EditGroupPage = () => {
  const { t } = useTranslation("customerGroups")

  return (
    <GroupDrawer title={t("edit.title")} hint={t("edit.hint")} skeletonHeight={58}>
      {(group) => <EditGroupForm group={group} />}
    </GroupDrawer>
  )
}

export default EditGroupPage
