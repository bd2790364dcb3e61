import { model } from "@medusajs/framework/utils"
import GroupState from "./group-state"

/** What makes a group automatic: who belongs to it, and how it is kept in line. */
const GroupCriteria = model
  .define(
    { name: "GroupCriteria", tableName: "customer_group_criteria" },
    {
      id: model.id({ prefix: "cgcri" }).primaryKey(),
      /** The tree of conditions, in the public format. */
      criteria: model.json(),
      /** One more with each change of the criteria. */
      version: model.number().default(1),
      status: model.enum(["active", "paused"]).default("active"),
      /** `{ days?, leave_criteria? }`: when somebody who no longer matches leaves. */
      stay: model.json().nullable(),
      /** `{ share, people }`, or `{ off: true }`; the default, if null. */
      guard: model.json().nullable(),
      evaluated_at: model.dateTime().nullable(),
      /** When the whole group is to be evaluated by itself; at once, if null. */
      due_at: model.dateTime().nullable(),
      /** `{ message, path? }` of the last evaluation, if it failed. */
      error: model.json().nullable(),
      group: model.belongsTo(() => GroupState, { mappedBy: "criteria" }),
    },
  )
  .indexes([{ on: ["group_id"], unique: true }])

export default GroupCriteria
