import { generateEntityId } from "@medusajs/framework/utils"
import type { GroupActor, StageImportInput } from "../../../types"
import { checkFileName, checkUnknown } from "../checks/imports"
import type { NewImport } from "../repositories/imports"
import { NOBODY } from "./dependencies"

/** An import that is to be begun, as far as it can be checked before the file is read. */
export const newImport = ({ group_id, file_name, unknown, actor = NOBODY }: StageImportInput): NewImport => ({
  id: generateEntityId(undefined, "cgimp"),
  groupId: group_id,
  fileName: checkFileName(file_name),
  unknown: checkUnknown(unknown),
  actor: actor as GroupActor,
})
