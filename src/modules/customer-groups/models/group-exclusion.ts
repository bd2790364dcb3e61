import { model } from "@medusajs/framework/utils"
import GroupState from "./group-state"

/** A customer who stays out of an automatic group although its criteria match. */
const GroupExclusion = model
  .define(
    { name: "GroupExclusion", tableName: "customer_group_exclusion" },
    {
      id: model.id({ prefix: "cgex" }).primaryKey(),
      customer_id: model.text(),
      reason: model.text().nullable(),
      /** From then on the exclusion no longer holds; it stays on record. */
      until: model.dateTime().nullable(),
      actor_type: model.text().nullable(),
      actor_id: model.text().nullable(),
      /** The operation that excluded, and the one that lifted the exclusion (then it is deleted, and on record). */
      operation_id: model.text().nullable(),
      lifted_by: model.text().nullable(),
      group: model.belongsTo(() => GroupState, { mappedBy: "exclusions" }),
    },
  )
  .indexes([
    { on: ["group_id", "customer_id"], unique: true },
    { on: ["customer_id"] },
    { on: ["until"], where: "until is not null and deleted_at is null" },
  ])

export default GroupExclusion
