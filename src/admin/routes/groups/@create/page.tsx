import { RouteFocusModal } from "@medusajs/dashboard/components"
import { CreateGroupForm } from "./create-group-form"

const CreateGroupPage = () => (
  <RouteFocusModal>
    <CreateGroupForm />
  </RouteFocusModal>
)

export default CreateGroupPage
