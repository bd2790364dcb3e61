import { createWorkflow, transform } from "@medusajs/framework/workflows-sdk"
import { notifyOnFailureStep, sendNotificationsStep, useQueryGraphStep } from "@medusajs/medusa/core-flows"
import type { GroupActor } from "../types"
import { exportMembersStep, type ExportMembersInput } from "./steps/export-members"

export interface ExportMembersWorkflowInput extends ExportMembersInput {
  /** Who does it, and is told. */
  actor?: GroupActor
}

/** To whom a notification of the dashboard goes. Medusa's dashboard shows it to everybody by now. */
const receiverOf = ({ actor }: ExportMembersWorkflowInput) => ({
  to: "",
  channel: "feed",
  template: "admin-ui",
  ...(actor?.type === "user" && actor.id ? { receiver_id: actor.id } : {}),
})

/**
 * Writes the members of a customer group into a file of Medusa's file module, in the background, and tells by a notification
 * of the dashboard when it is there. The file is private, cannot be guessed, and goes away after a day.
 *
 * @example
 * await exportMembersWorkflow(container).run({
 *   input: { group_id: "cusgroup_123", format: "csv", columns: ["email", "joined_at"] },
 * })
 *
 * @throws NOT_FOUND the group does not exist
 * @summary Export the members of a customer group.
 */
export const exportMembersWorkflow = createWorkflow(
  "customer-groups-export-members-workflow",
  (input: ExportMembersWorkflowInput) => {
    const { data: group } = useQueryGraphStep({
      entity: "customer_group",
      fields: ["id", "name"],
      filters: transform(input, ({ group_id: id }) => ({ id })),
      options: { isList: false, throwIfKeyNotFound: true },
    })
    const file = exportMembersStep(input).config({ async: true, backgroundExecution: true })
    notifyOnFailureStep(
      transform({ input, group }, ({ input: asked, group: { name } }) => [
        {
          ...receiverOf(asked),
          data: { title: "Customer group export", description: `“${name}” could not be exported. Try again later.` },
        },
      ]),
    )
    sendNotificationsStep(
      transform(
        { input, group, file },
        ({ input: asked, group: { name }, file: { filename, url, mimeType, count } }) => [
          {
            ...receiverOf(asked),
            data: {
              title: "Customer group export",
              description: `“${name}”: ${count.toLocaleString("en")} customers. The file goes away after a day.`,
              file: { filename, url, mimeType },
            },
          },
        ],
      ),
    )
  },
)
