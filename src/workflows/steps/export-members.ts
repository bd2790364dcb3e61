import { randomBytes } from "node:crypto"
import { pipeline } from "node:stream/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { writeCsv, writeJson, writeXlsx } from "../../files"
import { CUSTOMER_GROUPS } from "../../modules/customer-groups"
import {
  GROUP_EXPORT_COLUMNS,
  type AdminExportGroupBody,
  type ExportedMember,
  type GroupExportFormat,
} from "../../types"

export interface ExportMembersInput extends AdminExportGroupBody {
  group_id: string
}

/** A file that was made. */
export interface ExportedFile {
  id: string
  url: string
  filename: string
  mimeType: string
  count: number
}

const formats = {
  csv: { write: writeCsv, mimeType: "text/csv" },
  json: { write: writeJson, mimeType: "application/json" },
  xlsx: { write: writeXlsx, mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
} satisfies Record<GroupExportFormat, unknown>

/** Nobody can guess it: Medusa's local provider serves what it keeps to everybody who knows the name. */
const fileNameOf = (format: GroupExportFormat) => `customer-group-${randomBytes(16).toString("hex")}.${format}`

const removeFile = async (fileId: string, container: MedusaContainer): Promise<void> => {
  await container.resolve(Modules.FILE).deleteFiles([fileId])
  await container.resolve(CUSTOMER_GROUPS).forgetFiles([fileId])
}

/** Streams the members of a group into Medusa's file module. The file is removed after its time. */
export const exportMembersStep = createStep(
  "customer-groups-export-members",
  async ({ group_id, format = "csv", columns = [...GROUP_EXPORT_COLUMNS] }: ExportMembersInput, { container }) => {
    const groups = container.resolve(CUSTOMER_GROUPS)
    const files = container.resolve(Modules.FILE)
    const { write, mimeType } = formats[format]
    const filename = fileNameOf(format)
    const members = await groups.readMembers(group_id)
    const { writeStream, promise, fileKey } = await files.getUploadStream({ filename, mimeType, access: "private" })
    await groups.rememberFile(fileKey)

    let count = 0
    const counted = async function* () {
      for await (const member of members) {
        count += 1
        yield member
      }
    }
    const chosen = GROUP_EXPORT_COLUMNS.filter((name) => columns.includes(name))
    const fileColumns = chosen.map((name) => ({ name, value: (member: ExportedMember) => member[name] }))
    // A failure of either side ends the other; the provider's own promise then fails too, and is not waited for.
    promise.catch(() => undefined)
    try {
      await pipeline(write(counted(), fileColumns), writeStream)
      await promise
    } catch (error) {
      // Half a file is of no use to anybody. Should it stay, it goes with those that have had their time.
      await removeFile(fileKey, container).catch(() => undefined)
      throw error
    }
    const { url } = await files.retrieveFile(fileKey)
    const file: ExportedFile = { id: fileKey, url, filename, mimeType, count }
    return new StepResponse(file, fileKey)
  },
  async (fileId, { container }) => {
    if (fileId) await removeFile(fileId, container)
  },
)
